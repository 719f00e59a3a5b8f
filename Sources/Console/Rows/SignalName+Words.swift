import Evidence
import HostileText

extension SignalName {
    /// The signal in words, short enough for a table.
    var words: SafeText {
        switch self {
        case .volumeRatio: "volume for its plan"
        case .ramp: "ramp"
        case .ownBaseline: "unlike its own past"
        case .templateConcentration: "one template"
        case .sharedTemplate: "shared template"
        case .injectedSpan: "injected span"
        case .slotVariation: "slots varied by rule"
        case .nearDuplicates: "near-duplicates"
        case .targetFocus: "one target"
        case .traceElicitation: "reasoning-trace requests"
        case .traceYield: "reasoning received"
        case .graderShape: "reward grading"
        case .singleTurn: "single turns"
        case .periodicity: "regular intervals"
        case .circadian: "active hours, entropy"
        case .synchrony: "in step with others"
        case .loadBalance: "even load"
        case .sharedInfrastructure: "shared addresses"
        case .sharedPayment: "shared payment"
        case .releasePivot: "pivot on a release"
        case .parameterRigidity: "parameter rigidity"
        case .windowMMD: "content, window test"
        case .probing: "probing"
        case .signatureReplay: "replayed traces"
        case .mixture: "cluster's share"
        case .relay: "relay-like"
        }
    }
}

extension Signal {
    /// The value with its unit; a dash where the signal could not be computed.
    var valueText: SafeText { value.map { SafeText(ours: Signal.text($0, unit)) } ?? "–" }
    /// The middle value among ordinary accounts.
    var ordinaryText: SafeText { ordinary.map { SafeText(ours: Signal.text($0, unit)) } ?? "–" }
    /// How rare such a value is among ordinary accounts: `p99.7`.
    var percentileText: SafeText {
        percentile.map { SafeText(ours: "p" + Count.decimal($0, $0 > 99 && $0 < 100 ? 1 : 0)) } ?? "–"
    }

    private static func text(_ value: Double, _ unit: String) -> String {
        switch unit {
        case "share": Count.percent(value)
        case "accounts": Count.text(Int(value.rounded()))
        case "x", "×", "ratio": Count.decimal(value, value < 9.95 ? 1 : 0) + " ×"
        case "z": "z " + Count.decimal(value, 1)
        case "bits": Count.decimal(value, 2) + " b"
        default: Count.decimal(value, abs(value) < 9.995 ? 2 : 0)
        }
    }
}

extension AccessPathway {
    /// The pathway in words.
    var words: SafeText {
        switch self {
        case .directAPI: "direct API"
        case .cloudReseller: "cloud reseller"
        case .subscription: "subscription"
        case .education: "education"
        case .research: "research"
        case .startup: "startup"
        }
    }
}
