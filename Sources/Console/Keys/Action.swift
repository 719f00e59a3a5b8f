/// Everything that a key, a line of the command prompt or a macro can ask for, by stable id.
///
/// The ids are what `config.toml` remaps and what docs/keys.md lists; they do not change when a key does.
public enum Action: String, CaseIterable, Hashable, Sendable {
    case moveDown = "move.down"
    case moveUp = "move.up"
    case moveLeft = "move.left"
    case moveRight = "move.right"
    case pageDown = "move.page-down"
    case pageUp = "move.page-up"
    case moveFirst = "move.first"
    case moveLast = "move.last"
    case nextPane = "pane.next"
    case previousPane = "pane.previous"
    case enter = "open"
    case back = "back"
    case nextFlag = "flag.next"
    case previousFlag = "flag.previous"

    case labelDistillation = "label.distillation"
    case labelRelay = "label.relay"
    case labelMixed = "label.mixed"
    case labelBenign = "label.benign"
    case labelResearch = "label.research_eval"
    case labelCompromised = "label.compromised_key"
    case labelUnsure = "label.unsure"
    case unlabel = "label.take-back"
    case confidence = "label.confidence"
    case undo
    case redo

    case mark
    case markRange = "mark.range"
    case markAll = "mark.all"

    case goQueue = "go.queue"
    case goAccount = "go.account"
    case goClusters = "go.clusters"
    case goTargets = "go.targets"
    case goLabels = "go.labels"
    case goCases = "go.cases"
    case goSync = "go.sync"
    case goActivity = "go.activity"
    case timeline
    case cluster
    case targets
    case related
    case conversations

    case addToCase = "case.add"
    case export = "case.export"
    case newCase = "case.new"
    case removeItem = "case.remove"
    case writeNote = "case.note"
    case closeCase = "case.close"
    case mute
    case reveal
    case history
    case pinEvidence = "evidence.pin"
    case copy
    case copyView = "view.copy"

    case zoomIn = "timeline.zoom-in"
    case zoomOut = "timeline.zoom-out"
    case brush = "timeline.brush"
    case stack = "timeline.stack"
    case scale = "timeline.scale"
    case beside = "timeline.beside"
    case nextBurst = "timeline.next-burst"
    case previousBurst = "timeline.previous-burst"
    case nextMatch = "reader.next-match"
    case previousMatch = "reader.previous-match"
    case sameTemplate = "template.same"
    case templateView = "reader.template"
    case nextExchange = "reader.next-exchange"
    case previousExchange = "reader.previous-exchange"
    case codePoints = "reader.code-points"
    case drawAs = "cluster.draw-as"
    case expand = "cluster.expand"
    case pinNode = "cluster.pin"
    case exception = "cluster.exception"
    case whyTogether = "cluster.why-together"
    case lookNext = "cluster.look"
    case zoomGraph = "cluster.zoom-in"
    case widenGraph = "cluster.zoom-out"
    case sort
    case reverseSort = "sort.reverse"
    case fold

    case filter
    case command
    case sql
    case savedViews = "view.saved"
    case recordMacro = "macro.record"
    case playMacro = "macro.play"
    case help
    case refresh
    case quit
    case interrupt

    /// Whether it decides something, which is only done in the present.
    var changes: Bool {
        switch self {
        case .unlabel, .undo, .redo, .addToCase, .newCase, .removeItem, .writeNote, .closeCase, .mute, .pinEvidence:
            true
        default: label != nil
        }
    }

    /// Whether it is a step of a macro: everything but what asks for a line, or records and plays itself.
    var isRecorded: Bool {
        switch self {
        case .filter, .command, .sql, .savedViews, .recordMacro, .playMacro, .help, .refresh, .quit, .interrupt: false
        default: true
        }
    }

    /// The label that the action gives.
    public var label: LabelDigit? {
        switch self {
        case .labelDistillation: 1
        case .labelRelay: 2
        case .labelMixed: 3
        case .labelBenign: 4
        case .labelResearch: 5
        case .labelCompromised: 6
        case .labelUnsure: 7
        default: nil
        }
    }
}

/// A digit from 1 to 7 that stands for a label.
public typealias LabelDigit = Int
