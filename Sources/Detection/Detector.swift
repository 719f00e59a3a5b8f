import Evidence

/// Turns exchanges into signals, scores, clusters and flags. Pure: no input, no output, no clock, no chance.
public struct Detector: Sendable {
    /// How signals become a score.
    public var model: ScoreModel

    /// Makes a detector.
    public init(model: ScoreModel = .shipped) {
        self.model = model
    }

    /// Looks at the exchanges and says what it finds.
    ///
    /// - Complexity: about linear in the bytes of text, and in the shared values of accounts; never in pairs of accounts.
    public func findings(in input: DetectionInput) -> Findings {
        let intake = Intake(input)
        var findings = Findings(modelVersion: model.title)
        let sessions = Sessions(intake)
        findings.conversations = sessions.conversations
        findings.accounts = intake.accounts.indices.map { AccountSummary.account($0, in: intake, sessions: sessions) }
        findings.annotations = input.exchanges.indices.map {
            sessions.annotation(ofInput: $0, in: intake, input: input)
        }
        return findings
    }
}
