public import HostileText

extension Verification: Encodable {
    private enum Field: String, CodingKey {
        case valid, problems, bag, rule, path, message, signer, matter = "case"
        case auditHead = "audit_head", isListed = "signer_listed", fingerprint
    }

    /// Encodes as `{valid, problems:[{rule, path, message}], bag:{case, audit_head, signer, signer_listed, fingerprint}}`.
    ///
    /// The signer is the name in the list of allowed signers, or the key's fingerprint where it is in no list.
    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Field.self)
        try fields.encode(isValid, forKey: .valid)
        var list = fields.nestedUnkeyedContainer(forKey: .problems)
        for problem in problems {
            var one = list.nestedContainer(keyedBy: Field.self)
            try one.encode(problem.rule, forKey: .rule)
            try one.encode(problem.path, forKey: .path)
            try one.encode(problem.message.description, forKey: .message)
        }
        var bag = fields.nestedContainer(keyedBy: Field.self, forKey: .bag)
        try bag.encode(self.bag.matter, forKey: .matter)
        try bag.encode(self.bag.auditHead, forKey: .auditHead)
        try bag.encode(self.bag.signer?.principal ?? self.bag.signer?.fingerprint, forKey: .signer)
        try bag.encode(self.bag.signer?.principal != nil, forKey: .isListed)
        try bag.encode(self.bag.signer?.fingerprint, forKey: .fingerprint)
    }
}

extension Verification {
    /// What was found, one line each: the problems with their rules, or that there are none.
    public var lines: [SafeText] {
        guard isValid else {
            return problems.map { problem in
                let path = SafeText(problem.path, limit: 300)
                let place: SafeText = path.isEmpty ? "" : " \(path):"
                return "\(SafeText(ours: problem.rule.rawValue))\(place) \(problem.message)"
            }
        }
        let matter = bag.matter.map { SafeText($0, limit: 120) } ?? "no case named"
        guard let signer = bag.signer else { return ["valid: \(matter), not signed"] }
        let key = SafeText(signer.fingerprint, limit: 120)
        guard let principal = signer.principal else {
            return ["valid: \(matter), signed by \(key), an unverified signer"]
        }
        return ["valid: \(matter), signed by \(SafeText(principal, limit: 120)) with \(key)"]
    }
}
