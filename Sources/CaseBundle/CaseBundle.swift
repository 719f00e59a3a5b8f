// CaseBundle
