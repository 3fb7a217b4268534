/** Light and dark as the reader has it; one column on a phone, the list of operations beside it where there is room. */
export const docsStyle = `
:root{color-scheme:light dark;--bg:#fff;--fg:#1c2128;--soft:#59636e;--line:#d1d9e0;--code:#f4f6f8;--link:#0b57b0;
--get:#0b57b0;--post:#1a6b2f;--delete:#a8231c}
@media(prefers-color-scheme:dark){:root{--bg:#0f1318;--fg:#e3e8ee;--soft:#9aa5b1;--line:#2c343d;--code:#181e25;--link:#79b4ff;
--get:#79b4ff;--post:#6fd088;--delete:#ff8f85}}
*{box-sizing:border-box}
html{scroll-behavior:smooth;scroll-padding-top:1rem}
@media(prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0;background:var(--bg);color:var(--fg);font:16px/1.55 system-ui,-apple-system,"Segoe UI",sans-serif;overflow-wrap:anywhere}
a{color:var(--link);text-decoration:none}a:hover{text-decoration:underline}
code,pre{font:.875em/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
nav,main{padding:1rem 1.25rem}
nav{border-bottom:1px solid var(--line)}
nav h1{margin:.25rem 0 1rem;font-size:1.125rem}nav h1 a{color:inherit}
nav h2{margin:1rem 0 .25rem;font-size:.75rem;letter-spacing:.06em;text-transform:uppercase;color:var(--soft)}
nav ul{list-style:none;margin:0;padding:0}nav li a{display:block;padding:.125rem 0;font-size:.875rem;color:inherit}
summary{cursor:pointer;color:var(--soft);font-size:.875rem}
main{max-width:56rem}
section>h2{margin:3rem 0 0;padding-bottom:.25rem;border-bottom:1px solid var(--line);font-size:1.375rem;text-transform:capitalize}
article{padding:1.5rem 0;border-bottom:1px solid var(--line)}article:last-child{border:0}
h3{margin:0 0 .5rem;font-size:1rem;font-weight:600}h3 code{font-size:1rem}
b.GET,b.POST,b.DELETE{display:inline-block;min-width:3.25em;font:600 .75em/1.5 ui-monospace,monospace}
b.GET{color:var(--get)}b.POST{color:var(--post)}b.DELETE{color:var(--delete)}
.lead{font-size:1.125rem}
pre{margin:1rem 0;padding:.875rem 1rem;background:var(--code);border:1px solid var(--line);border-radius:6px;overflow-x:auto;overflow-wrap:normal}
.scroll{overflow-x:auto}
table{width:100%;border-collapse:collapse;margin:.75rem 0;font-size:.875rem;overflow-wrap:normal}
caption{text-align:left;color:var(--soft);padding-bottom:.25rem}
th,td{padding:.375rem .75rem .375rem 0;border-top:1px solid var(--line);text-align:left;vertical-align:top;font-weight:400}
th em{color:var(--delete);font-style:normal;font-size:.75rem}
td:nth-child(2){color:var(--soft);min-width:9rem}
dl{display:grid;grid-template-columns:auto 1fr;gap:.25rem 1rem;margin:.5rem 0;font-size:.875rem}dd{margin:0}small{color:var(--soft)}
:focus-visible{outline:2px solid var(--link);outline-offset:2px}
@media(min-width:60rem){body{display:grid;grid-template-columns:19rem 1fr}
nav{position:sticky;top:0;height:100vh;overflow-y:auto;border-right:1px solid var(--line);border-bottom:0}
main{padding:1.5rem 2.5rem}}
@media(min-width:60rem){@supports selector(::details-content){nav summary{display:none}
nav details::details-content{content-visibility:visible;block-size:auto}}}
`;
