// DetectorService
