// EvidenceCacheTests
