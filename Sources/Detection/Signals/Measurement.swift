import Evidence

/// What one signal says of one account.
struct Measurement: Equatable {
    /// The value; `nil` where it is not available.
    var value: Double?
    /// The observations behind the value, which the width of the score's interval depends on.
    var sample: Int
    /// What is special about it, or why it is not available.
    var note: String?
    /// A few words for the reasons of a flag.
    var reason: String?
    /// Where to look.
    var evidence: [EvidenceReference] = []

    /// A measured value.
    static func value(
        _ value: Double, sample: Int, note: String? = nil, reason: String? = nil, evidence: [EvidenceReference] = []
    ) -> Measurement {
        Measurement(value: value, sample: sample, note: note, reason: reason, evidence: evidence)
    }

    /// Nothing could be measured.
    static func notAvailable(_ note: String) -> Measurement {
        Measurement(value: nil, sample: 0, note: note)
    }
}

/// A signal of accounts: a pure function of what was observed. Larger values are always the more suspicious ones.
protocol AccountSignal: Sendable {
    /// Its name.
    static var name: SignalName { get }
    /// The unit of its values.
    static var unit: String { get }
    /// Whether it looks at the cluster that an account belongs to, at who belongs to any, or at what is compared meanwhile.
    static var dependsOnClusters: Bool { get }
    /// Measures one account.
    static func measure(_ account: Int, in observed: Observations) -> Measurement
}

extension AccountSignal {
    /// Most signals look at an account, whatever it belongs to.
    static var dependsOnClusters: Bool { false }
}

/// The signals, in the order in which they are measured.
enum AccountSignals {
    /// All that this version measures.
    static var all: [any AccountSignal.Type] {
        [
            VolumeRatio.self, Ramp.self, OwnBaseline.self, TemplateConcentration.self, SharedTemplate.self,
            InjectedSpan.self, SlotVariation.self, NearDuplicates.self, TargetFocus.self, TraceElicitation.self,
            TraceYield.self, GraderShape.self, SingleTurn.self, Periodicity.self, Circadian.self, InStep.self,
            LoadBalance.self, SharedInfrastructure.self, SharedPayment.self, ReleasePivot.self, ParameterRigidity.self,
            UnlikeOrdinary.self, Probing.self, SignatureReplay.self, Mixture.self, Relay.self,
        ]
    }
}
