# Stillwatch. `make demo` opens the console on sample data; `make test` passes the tests.

SWIFT ?= swift
.PHONY: demo test end-to-end check format clean

demo:
	@.ci/install
	@sampledata/demo

test:
	@.ci/install tests
	$(SWIFT) build --build-tests
	@$(MAKE) --no-print-directory check
	STILLWATCH_BAGIT="$(CURDIR)/.venv/bin/bagit.py" $(SWIFT) test --disable-xctest --skip-build

# Drives the real binaries in tmux and kills them; some minutes.
end-to-end:
	@.ci/install tests
	$(SWIFT) build --build-tests
	STILLWATCH_END_TO_END=1 STILLWATCH_BAGIT="$(CURDIR)/.venv/bin/bagit.py" $(SWIFT) test --disable-xctest --skip-build --filter EndToEndTests

check:
	$(SWIFT) format lint --strict --configuration .swift-format --recursive Package.swift Sources Tests
	python3 .ci/check.py
	python3 .ci/check_test.py

format:
	$(SWIFT) format --in-place --configuration .swift-format --recursive Package.swift Sources Tests

clean:
	rm -rf .build .venv .demo
