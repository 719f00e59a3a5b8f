// DetectorEngineTests
