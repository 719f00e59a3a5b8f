import Evidence

/// A dictionary by signal encodes as an object by the signals' names.
extension SignalName: CodingKeyRepresentable {}
