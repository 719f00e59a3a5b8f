// DetectorEngine
