public import Evidence
public import HostileText
public import TextUI

/// The whole state of the console. It changes in ``update(_:)`` and nowhere else.
public struct Model: Sendable {
    /// The open screens, the one on top last. Never empty.
    public internal(set) var stack: [Open]
    /// What is typed at the bottom, if anything is.
    public internal(set) var entry: Entry?
    /// What floats above the screen, if anything does.
    public internal(set) var overlay: Overlay?
    /// What is said in passing.
    public internal(set) var notice: Notice?
    /// How old the data are, and what waits to be sent.
    public internal(set) var status: CacheStatus
    /// How sure the next label is.
    public internal(set) var confidence = Confidence.likely
    /// What is kept from one start to the next.
    public internal(set) var memory: ConsoleMemory
    /// What is being recorded or played.
    public internal(set) var macro = Macro()
    /// Keys pressed that are only the beginning of a chord.
    public internal(set) var pending: [Key] = []
    /// Whether the console is to end.
    public internal(set) var isLeaving = false

    /// What every screen is told.
    public internal(set) var world: World
    /// The keys in force.
    public let keys: KeyTable
    var nextScreen: Int
    /// The moment that the first view is to be seen as of.
    private let startsAsOf: String?

    /// An open screen and the number by which its answers find it.
    public struct Open: Sendable {
        /// The number.
        public let id: Int
        /// The screen.
        public var screen: any Screen
        /// Whether the cache has changed since it was loaded.
        var isStale = false
    }

    /// What is so, whatever is open.
    public struct World: Hashable, Sendable {
        /// What now is.
        public var now: Instant
        /// Whose console it is.
        public var analyst: UntrustedText
        /// Columns of the terminal.
        public var width: Int
        /// Rows of the terminal.
        public var height: Int
        /// Which characters may be drawn.
        public var charset: SafeText.Charset
        /// The zone that times are shown in.
        public var zone: DisplayZone
        /// The moment of the past that is looked at; `nil` is the present.
        public var past: PastView?
        /// The names of the themes that can be worn.
        public var themes: [String]
        /// Where bundles are written unless a command says otherwise.
        public var exportDirectory: String
        /// The SSH key that signs bundles.
        public var signingKey: String?

        /// Makes a world.
        public init(
            now: Instant, analyst: UntrustedText, width: Int, height: Int, charset: SafeText.Charset = .unicode,
            zone: DisplayZone = .utc, themes: [String] = [], exportDirectory: String = ".", signingKey: String? = nil
        ) {
            self.now = now
            self.analyst = analyst
            self.width = width
            self.height = height
            self.charset = charset
            self.zone = zone
            self.themes = themes
            self.exportDirectory = exportDirectory
            self.signingKey = signingKey
        }
    }

    /// Makes the model of a console that opens on a screen.
    public init(
        opening screen: any Screen, world: World,
        status: CacheStatus = CacheStatus(syncedAt: nil, outbox: 0, isEmpty: true), keys: KeyTable = .standard,
        memory: ConsoleMemory = ConsoleMemory(), asOf: String? = nil
    ) {
        self.world = world
        self.status = status
        self.keys = keys
        self.memory = memory
        startsAsOf = asOf
        stack = [Open(id: 0, screen: screen)]
        nextScreen = 1
    }

    /// What must be asked when the console starts.
    public mutating func start() -> [Work] {
        var work: [Work] = []
        if let startsAsOf {
            do throws(Problem) {
                work = try lookBack(to: startsAsOf)
            } catch {
                work = update(.failed(error))
            }
        }
        return work + changeTop { screen, context in screen.load(context) }
    }

    /// The screen on top.
    public var top: any Screen { stack[stack.count - 1].screen }

    /// What the screen on top is told.
    public var context: ScreenContext {
        ScreenContext(
            now: world.now, analyst: world.analyst, width: world.width, height: world.height,
            area: Frame(width: world.width, height: world.height).body, charset: world.charset,
            zone: world.zone)
    }
}

/// An effect and the screen that wants it.
public struct Work: Sendable {
    /// What is to be done.
    public var effect: Effect
    /// The screen's number.
    public var screen: Int
    /// The moment that a question is asked about; `nil` is the present.
    public var past: PastView?
}
