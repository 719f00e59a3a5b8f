# Stillwatch. `make demo` opens the console on sample data; `make test` passes the tests.

SWIFT ?= swift
# The programs need no Swift libraries where they are installed, and start in half the time.
RELEASE = $(SWIFT) build -c release --static-swift-stdlib
.PHONY: demo test end-to-end check bench evaluate docs format clean
BAGIT = STILLWATCH_BAGIT="$(CURDIR)/.venv/bin/bagit.py"

demo:
	@.ci/install
	@sampledata/demo

test:
	@.ci/install tests
	$(SWIFT) build --build-tests
	@$(MAKE) --no-print-directory check
	$(BAGIT) $(SWIFT) test --disable-xctest --skip-build --skip EndToEndTests
	$(BAGIT) $(SWIFT) test --disable-xctest --skip-build --filter EndToEndTests --no-parallel

# Only the tests that drive the real binaries in tmux, and kill them; some minutes.
end-to-end:
	@.ci/install tests
	$(SWIFT) build --build-tests
	$(BAGIT) $(SWIFT) test --disable-xctest --skip-build --filter EndToEndTests --no-parallel

check:
	$(SWIFT) format lint --strict --configuration .swift-format --recursive Package.swift Sources Tests
	python3 .ci/check.py
	python3 .ci/check_test.py
	python3 Tests/Evaluation/second/check.py
	python3 Tests/Evaluation/third/check.py

# Prints each figure with its budget and its ratio to a peer in the same run.
bench:
	@.ci/install bench
	$(RELEASE) --product stillwatch-detector
	$(RELEASE) --product stillwatch
	$(RELEASE) --product LeidenBenchmark
	python3 Tests/Benchmarks/bench.py "$$($(RELEASE) --show-bin-path)"

# Prints the tables of docs/evaluation.md; hours. TEXTS names a corpus, without which logs hold the simulator's own words.
evaluate:
	@.ci/install
	$(RELEASE) --product stillwatch-detector
	python3 Tests/Evaluation/evaluate.py "$$($(RELEASE) --show-bin-path)/stillwatch-detector" \
	    $(if $(TEXTS),--texts $(TEXTS)) --out evaluation.jsonl
	python3 Tests/Evaluation/crowds.py "$$($(RELEASE) --show-bin-path)/stillwatch-detector"

# Draws anew the screens that the docs show; a test compares them with what the program draws.
docs:
	@.ci/install
	$(SWIFT) build
	rm -rf .build/docs
	@sampledata/prepare "$$($(SWIFT) build --show-bin-path)" .build/docs
	@STILLWATCH_BIN="$$($(SWIFT) build --show-bin-path)" STILLWATCH_CACHE="$(CURDIR)/.build/docs/cache.sqlite" docs/screens/render

format:
	$(SWIFT) format --in-place --configuration .swift-format --recursive Package.swift Sources Tests

clean:
	rm -rf .build .venv .demo
