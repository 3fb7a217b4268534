import fc from 'fast-check';

// Where a change is judged, a failure should speak of the change and not of luck; everywhere else properties look further each time.
if (process.env['CI']) fc.configureGlobal({ seed: 20_261_123 });
