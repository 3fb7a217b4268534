# For people who build with make; npm does the work (see CONTRIBUTING.md).
PREFIX ?= /usr/local
GLOBALLY = --global --ignore-scripts --prefix "$(DESTDIR)$(PREFIX)"

.PHONY: all check test install uninstall clean
all: node_modules/.package-lock.json
	npm run --silent build
node_modules/.package-lock.json: package-lock.json
	npm ci
check test: node_modules/.package-lock.json
	npm run --silent $@
# Installs the programs deploy-ledger, gdl and guile-deploy-ledger into $(PREFIX)/bin.
install: all
	npm install $(GLOBALLY) "./dist/$$(npm pack --silent --pack-destination dist)"
uninstall:
	npm uninstall $(GLOBALLY) deploy-ledger
clean:
	rm -rf dist node_modules
