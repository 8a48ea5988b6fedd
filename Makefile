# The one place for commands. `make help` lists them.

SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help site build test lint format golden bench bench-scale bench-templates bench-compare fuzz clean embed deps test-deps referees conformance

# The sample is built for this day, so that it never expires.
SAMPLE_DAY := 2026-11-23
# How long `make fuzz` runs.
SECONDS ?= 600
SWIFT_SOURCES := Sources Tests Benchmarks Package.swift
RELEASE := .build/release/sitegen
# Where the large benchmarks put their corpus and their output.
FAST_FOLDER := /dev/shm/sitegen-scale
SCALE_FOLDER := /var/tmp/sitegen-scale
BASE := HEAD

help: ## list the commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

site: build ## build the program and the sample site into public/
	$(RELEASE) build --now $(SAMPLE_DAY)

build: deps ## build the release program
	swift build -c release --static-swift-stdlib --product sitegen

test: deps test-deps lint ## check the formatting and run all tests
	swift test --disable-xctest
	$(MAKE) --no-print-directory referees

referees: build ## let other people's tools read the sample site
	scripts/referees.sh $(RELEASE) $(SAMPLE_DAY)

conformance: deps ## run all cases of the template language
	swift test --disable-xctest --filter TemplatingTests.Case
	scripts/conformance.sh

lint: ## check formatting and style
	swift format lint --strict --recursive --parallel $(SWIFT_SOURCES)
	@scripts/embed.sh --check

format: ## format all Swift files
	swift format --in-place --recursive --parallel $(SWIFT_SOURCES)

golden: deps ## write the golden files anew; the tests fail, so that the diff is read
	-UPDATE_GOLDEN=1 swift test --disable-xctest
	git diff --stat -- Tests docs starter

bench: build ## build 10,000 generated postings, in turn with Hugo where it can be had
	Benchmarks/race.sh $(RELEASE) 10000
	Benchmarks/again.sh $(RELEASE) 10000
	Benchmarks/checks.sh $(RELEASE) 10000
	Benchmarks/feeds.sh $(RELEASE) 10000
	Benchmarks/hostile.sh $(RELEASE)

bench-scale: build ## build 100,000 postings on tmpfs and 1,000,000 in SCALE_FOLDER
	Benchmarks/scale.sh $(RELEASE) 100000 $(FAST_FOLDER)
	rm -rf $(FAST_FOLDER)/site-100000
	Benchmarks/scale.sh $(RELEASE) 1000000 $(SCALE_FOLDER)

bench-templates: deps ## time one job page, beside Jinja2 and minijinja
	swift build -c release --product template-cases
	Benchmarks/templates.sh .build/release/template-cases

bench-compare: deps ## count instructions of BASE=revision and of this tree, stage by stage
	Benchmarks/compare.sh $(BASE)

fuzz: ## let libFuzzer make up templates, for SECONDS=600
	scripts/fuzz.sh $(SECONDS)

embed: ## write the list of files that the program carries
	scripts/embed.sh

clean: ## remove everything that was built
	if [ -x $(RELEASE) ]; then $(RELEASE) clean; fi
	rm -rf .build .venv .sitegen

deps:
	@scripts/install.sh pkg-config libyaml-dev libcmark-gfm-dev libcmark-gfm-extensions-dev libssl-dev \
	  zlib1g-dev libbrotli-dev

test-deps:
	@scripts/install.sh python3 python3-venv libxml2-utils nginx-light chromium default-jre-headless \
	  zsh fish man-db mandoc
	@scripts/venv.sh Tests/Referees/requirements.txt
