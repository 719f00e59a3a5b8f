/// The signals that the detector knows, by stable name.
public enum SignalName: String, CaseIterable, Codable, Hashable, Sendable {
    /// Volume against accounts of the same plan.
    case volumeRatio = "volume_ratio"
    /// How fast a new account reaches its full use.
    case ramp
    /// Change against the account's own past.
    case ownBaseline = "own_baseline"
    /// How few templates make up the traffic.
    case templateConcentration = "template_concentration"
    /// A template that many accounts share and ordinary ones do not.
    case sharedTemplate = "shared_template"
    /// A fixed span put into every request.
    case injectedSpan = "injected_span"
    /// How much the slots of the main template vary.
    case slotVariation = "slot_variation"
    /// Prompts that nearly repeat those of other accounts.
    case nearDuplicates = "near_duplicates"
    /// How narrow the capability targets are.
    case targetFocus = "target_focus"
    /// Requests for written-out reasoning.
    case traceElicitation = "trace_elicitation"
    /// Tokens got for tokens given.
    case traceYield = "trace_yield"
    /// Requests shaped like a grader's.
    case graderShape = "grader_shape"
    /// Conversations of one turn.
    case singleTurn = "single_turn"
    /// Regular gaps between requests.
    case periodicity
    /// Active at all hours alike.
    case circadian
    /// In step with other accounts.
    case synchrony
    /// Load spread evenly over a cluster.
    case loadBalance = "load_balance"
    /// Rare address ranges and client fingerprints shared with others.
    case sharedInfrastructure = "shared_infrastructure"
    /// A payment or registration shared with others.
    case sharedPayment = "shared_payment"
    /// A turn to a new model within a day of its release.
    case releasePivot = "release_pivot"
    /// How little request parameters change.
    case parameterRigidity = "parameter_rigidity"
    /// A window of prompts unlike ordinary traffic.
    case windowMMD = "window_mmd"
    /// Refused, edited, tried again.
    case probing
    /// Hidden thinking or outputs seen in another session.
    case signatureReplay = "signature_replay"
    /// A part of the traffic that is a harvest, beside the rest.
    case mixture
    /// Many customers behind one account.
    case relay

    /// The kind of evidence that the signal counts as; `nil` for those that tie no accounts together, such as volume.
    public var kind: EvidenceKind? {
        switch self {
        case .templateConcentration, .sharedTemplate, .injectedSpan, .slotVariation, .nearDuplicates, .targetFocus,
            .traceElicitation, .graderShape, .windowMMD, .probing, .signatureReplay, .mixture:
            .content
        case .periodicity, .circadian, .synchrony, .loadBalance, .releasePivot: .timing
        case .sharedInfrastructure: .infrastructure
        case .sharedPayment: .payment
        case .volumeRatio, .ramp, .ownBaseline, .traceYield, .singleTurn, .parameterRigidity, .relay: nil
        }
    }
}
