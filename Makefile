# Every target has one line of help: `make help`.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
CARGO ?= cargo
TARGET := $(or $(CARGO_TARGET_DIR),target)
KOLOSI := $(TARGET)/release/kolosi
REPORTS := target/audit

# standard, dossier, date and, where there is one, profile of each audit of `make audit`
AUDITS := \
	itu-cyberwellness-2014:ml-2014:2014-08-12 \
	itu-gci-2024:ml-2024:2024-12-31 \
	un-egdi-2024:ml-2024:2025-06-30 \
	ml-snc-2026:ml-2025-12:2025-12-31 \
	gci-self-assessment:ml-2025-12:2025-12-31 \
	ml-socle-2026:civil-registry:2026-06-30:civil-registry

.PHONY: help audit test lint wasm python oracle bench standards fuzz fuzz-smoke

help: ## this list
	@sed -nE 's/^([a-z-]+):.*## (.*)/\1\t\2/p' $(MAKEFILE_LIST) | expand -t 12

audit: $(KOLOSI) ## audit Mali, and a made-up civil registry: one page per standard here, and HTML reports in target/audit
	@mkdir -p $(REPORTS)
	@for audit in $(AUDITS); do \
		IFS=: read -r standard dossier date profile <<< "$$audit"; \
		file=standards/$$standard/examples/$$dossier.yaml; \
		options="--as-of $$date $${profile:+--profile $$profile}"; \
		$(KOLOSI) audit $$standard $$file $$options --format text -o $(REPORTS)/$$standard.fr.html; \
		$(KOLOSI) audit $$standard $$file $$options --lang en -o $(REPORTS)/$$standard.en.html; \
		echo; \
	done

.PHONY: $(KOLOSI)
$(KOLOSI):
	@$(CARGO) build --release --locked --package kolosi-cli

test: ## everything that this machine can test; what it skips, it names
	@tests/run

lint: ## formatting and lints
	$(CARGO) fmt --all --check
	$(CARGO) clippy --workspace --all-targets --locked -- -D warnings
	for feature in "" yaml bundled explanations parallel report schema table; do \
		$(CARGO) clippy --package kolosi --no-default-features --features "$$feature" --locked -- -D warnings; \
	done

wasm: ## the core for the browser, without anything random in it
	@tests/wasm

python: ## the Python package: its wheel in a fresh virtual environment, its tests, stubs and types
	@tests/python

oracle: ## 1,000,000 random cases against the independent oracle (about 40 minutes)
	$(CARGO) build --release --locked --package kolosi-tests
	python3 tests/oracle/run.py --engine $(TARGET)/release/replay --cases 1000000 --seed 1 --jobs 2

fuzz: ## every fuzz target for FUZZ_SECONDS each (an hour), with the nightly toolchain
	@tests/fuzz/run $(or $(FUZZ_SECONDS),3600)

fuzz-smoke: ## every fuzz target for 20 seconds
	@tests/fuzz/run 20

bench: $(KOLOSI) ## how long whole commands take, and what a portfolio costs beside plain reading (BENCH=--smoke: in short)
	@$(CARGO) run --release --locked --quiet --package kolosi-tests --bin bench
	@$(CARGO) bench --locked --quiet --package kolosi --features parallel --bench throughput -- $(BENCH)

standards: ## write the generated files again
	$(CARGO) run --release --locked --quiet --package kolosi-tests --bin regenerate
