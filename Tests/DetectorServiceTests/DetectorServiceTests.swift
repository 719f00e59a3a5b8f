// DetectorServiceTests
