// EvidenceCache
