// CaseBundleTests
