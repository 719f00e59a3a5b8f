import Evidence

/// Finds sets of accounts that belong together, and how many kinds of evidence say so.
struct ClusterFinder {
    /// The least mean weight of a pair inside a cluster.
    static let resolution = 0.35
    /// The fewest members of a cluster. At least two of them, and a quarter, must not belong to its largest customer.
    static let fewestMembers = 3
    /// The fewest customers in a cluster; one less is enough for eight members. Two or three customers who say the same
    /// are no campaign.
    static let fewestCustomers = 4

    /// A cluster as it is found.
    struct Found {
        /// The members, in rising order.
        var members: [Int]
        /// The kinds of evidence that tie enough of them together.
        var kinds: [EvidenceKind]
        /// Whether the kinds are independent and at least two.
        var status: ClusterStatus
        /// For each kind, the share of members that it ties to another.
        var coverage: [EvidenceKind: Double]
        /// The shared values that tie at least two members, the strongest first.
        var values: [Int]
        /// The members of whom another kind of evidence than content says that they belong; all, where content is the only one.
        var core: [Int]
        /// The members that keep time with others, in rising order.
        var inStep: [Int]
        /// By what the members are taken to say the same.
        var manner = Support.Manner.texts
        /// What else may explain a candidate.
        var doubt: OtherReasons.Doubt?

        /// Whether the cluster is coordinated, and more than words ties the account to it.
        func holdsFirmly(_ account: Int) -> Bool {
            status == .coordinated && core.holdsInOrder(account)
        }
    }

    /// The clusters, the largest first.
    private(set) var clusters: [Found]

    /// Finds the communities of the ties, joins the pools of one operator, keeps those that evidence supports, and
    /// gathers those whom the communities left out.
    ///
    /// - Parameters:
    ///   - targets: How many exchanges of each account have each target.
    ///   - alike: Groups whose requests hold like words, among which circles are sought.
    init(_ ties: Ties, targets: [[Int]], alike: [[Int]] = []) {
        let (accounts, network) = ties.network()
        let communities = Leiden(resolution: Self.resolution).communities(of: network)
        let groups = Dictionary(grouping: accounts.indices) { communities[$0] }.values
            .filter { $0.count >= Self.fewestMembers }.map { $0.map { accounts[$0] }.sorted() }
            .sorted { $0[0] < $1[0] }
        let clustered = Parallel.map(groups.count) { Self.cluster(groups[$0], ties) }
        let pools = Pools(groups, content: ties.content.ties, targets: targets)
            .joined(where: clustered.map { $0 != nil })
        // Most pools are a group, of which it is known what it is.
        let known = Dictionary(zip(groups, clustered)) { first, _ in first }
        var found = Parallel.map(pools.count) { known[pools[$0]] ?? Self.cluster(pools[$0], ties) }
            .compactMap(\.self)
        for (number, joining) in Stragglers(found.map(\.members), ties).found() {
            found[number] = Self.cluster((found[number].members + joining).sorted(), ties) ?? found[number]
        }
        let dense = Parallel.map(found.count) { [found] in Self.cores(of: found[$0], ties) }.flatMap { $0 }
        let habitual = Self.withUsers(of: Self.habits(ties), dense, ties)
        let inTime = Self.groups(of: ties.synchrony)
        let timed = Self.adding(inTime, to: Self.yielding(habitual, to: inTime, ties), ties, [.texts, .words])
        let wordy = Self.adding(Self.groupsOfWords(timed, ties), to: timed, ties, [.words])
        let all = Self.addingCircles(Circles(alike, ties, targets: targets), to: wordy, ties)
        // In the wide search a joined cluster would suspect whoever has taken one of the texts.
        let whole = ties.focus == .narrow ? DealtPool.joined(all, ties) : all
        clusters = whole.sorted {
            ($1.members.count, $0.members[0]) < ($0.members.count, $1.members[0])
        }
    }

    /// The part of the members that must keep one time where time or habitual words brought them together.
    private static let leastInTime = 0.6

    /// The clusters, and those of groups without members of coordinated ones that keep one time and that other evidence confirms. They
    /// are taken out of candidates that hold them: what a crowd says hides who works off one queue in it. Neither time nor
    /// words make a candidate here, nor do words with anything but time: customers with one purpose use the same ones, and may sit
    /// together.
    ///
    /// - Parameter manners: by what members may say the same, the plainest first.
    private static func adding(
        _ groups: [[Int]], to found: [Found], _ ties: Ties, _ manners: [Support.Manner]
    ) -> [Found] {
        let settled = Set(found.filter { $0.status == .coordinated }.flatMap(\.members))
        let added = Parallel.map(groups.count) { number in
            let members = groups[number].filter { !settled.contains($0) }
            return manners.lazy.compactMap { cluster(members, ties, $0) }
                .first { $0.status == .coordinated && ($0.coverage[.timing] ?? 0) >= leastInTime }
        }.compactMap(\.self)
        return rest(of: found, without: added, ties) + added
    }

    /// The clusters, and those of ``Circles``: of accounts in no coordinated one that meet, and of accounts in none that do not.
    private static func addingCircles(_ circles: Circles, to found: [Found], _ ties: Ties) -> [Found] {
        let settled = Set(found.filter { $0.status == .coordinated }.flatMap(\.members))
        let meeting = circles.whoMeet(without: settled).compactMap { cluster($0, ties, .circle) }.filter {
            $0.kinds.count > 1
        }
        let all = rest(of: found, without: meeting, ties) + meeting
        return all
            + circles.whoSpeakAlike(without: Set(all.flatMap(\.members))).compactMap {
                cluster($0, ties, .strangers)
            }
    }

    /// What is left of clusters when others take members out of them.
    private static func rest(of found: [Found], without taking: [Found], _ ties: Ties) -> [Found] {
        let taken = Set(taking.flatMap(\.members))
        guard !taken.isEmpty else { return found }
        return Parallel.map(found.count) { number in
            let left = found[number].members.filter { !taken.contains($0) }
            return left.count == found[number].members.count ? found[number] : cluster(left, ties)
        }.compactMap(\.self)
    }

    /// The fewest members of a cluster that may have a core.
    private static let fewestWithCore = 20

    /// The dense cores of a coordinated cluster that are coordinated, and those who are left, for what they are without them: who only
    /// says what a campaign says too is not of it.
    private static func cores(of whole: Found, _ ties: Ties) -> [Found] {
        guard whole.status == .coordinated, whole.members.count >= fewestWithCore else { return [whole] }
        var cores: [Found] = []
        var rest = whole.members
        while rest.count >= Support.fewestCoordinated {
            let core = ties.core(of: rest)
            guard let found = cluster(core, ties), found.status == .coordinated else { break }
            if core.count == rest.count, cores.isEmpty { return [whole] }
            cores.append(found)
            let inside = Set(core)
            rest = rest.filter { !inside.contains($0) }
        }
        guard !cores.isEmpty else { return [whole] }
        return cores + [cluster(rest, ties)].compactMap(\.self)
    }

    /// The clusters, with those groups in place of a coordinated crowd that hold all of its coordination: where those who are left are
    /// not coordinated, what they have with the groups is words.
    private static func yielding(_ found: [Found], to groups: [[Int]], _ ties: Ties) -> [Found] {
        let yielded = Parallel.map(found.count) { number in
            let whole = found[number]
            guard whole.status == .coordinated, whole.kinds == [.content, .timing],
                whole.members.count >= Support.fewestOfCrowd
            else { return [whole] }
            let members = Set(whole.members)
            let inside = groups.map { $0.filter(members.contains) }.filter { 2 * $0.count < whole.members.count }
                .compactMap { cluster($0, ties) }
                .filter { $0.status == .coordinated && ($0.coverage[.timing] ?? 0) >= leastInTime }
            guard !inside.isEmpty else { return [whole] }
            let taken = Set(inside.flatMap(\.members))
            let left = cluster(whole.members.filter { !taken.contains($0) }, ties)
            return left?.status == .coordinated ? [whole] : inside + [left].compactMap(\.self)
        }
        return yielded.flatMap { $0 }
    }

    /// The accounts of whom one text is the habit, for each text that is a few customers' habit, those of most customers first.
    static func habits(_ ties: Ties) -> [[Int]] {
        let few = ties.shared.values.indices.filter { number in
            let value = ties.shared.values[number]
            return value.habit != nil && !value.isSoftware && ties.weights[number] > 0
                && (Support.fewestCoordinated..<SharedValues.fewestOfCrowd).contains(value.owners)
        }
        let strongest = few.sorted { one, other in
            let (a, b) = (ties.shared.values[one], ties.shared.values[other])
            return (b.owners, a.id) < (a.owners, b.id)
        }
        return strongest.map { number in
            let value = ties.shared.values[number]
            return value.members.filter { value.part(of: $0) >= Support.partOfHabit }
        }
    }

    /// The clusters, and those of groups with one habit that are in none: a community of many who say many things alike may hold them
    /// and be no cluster.
    static func withUsers(of habits: [[Int]], _ found: [Found], _ ties: Ties) -> [Found] {
        var all = found
        var settled = Set(found.flatMap(\.members))
        for group in habits {
            let left = group.filter { !settled.contains($0) }
            guard 2 * left.count > group.count, let cluster = cluster(left, ties) else { continue }
            all.append(cluster)
            settled.formUnion(cluster.members)
        }
        return all
    }

    /// Accounts that are nearer to each other in time than to anybody else.
    private static func groups(of synchrony: Synchrony) -> [[Int]] {
        TimedGroups.groups(synchrony, atLeast: Support.fewestCoordinated)
    }

    /// The least mean likeness of habitual words in a group.
    private static let leastOfWords = resolution / Ties.ofHabitualWords

    /// Accounts in no coordinated cluster that use the same words habitually.
    private static func groupsOfWords(_ found: [Found], _ ties: Ties) -> [[Int]] {
        let settled = Set(found.filter { $0.status == .coordinated }.flatMap(\.members))
        return ties.habitual.groups(asLikeAs: leastOfWords, without: settled)
    }

    private static func cluster(_ members: [Int], _ ties: Ties, _ manner: Support.Manner = .texts) -> Found? {
        guard members.count >= fewestMembers else { return nil }
        let sizes = Dictionary(members.map { (ties.shared.customerOf[$0], 1) }, uniquingKeysWith: +)
        let beside = members.count - (sizes.values.max() ?? 0)
        guard beside >= 2, 4 * beside >= members.count else { return nil }
        guard sizes.count >= fewestCustomers - (members.count >= 8 ? 1 : 0) else { return nil }
        let support = Support(members, ties, manner)
        let firm = support.firmlyTied
        if firm.count < members.count { return cluster(firm, ties, manner) }
        guard let status = support.status(customers: sizes.count) else { return nil }
        if ties.focus == .narrow, support.restsOnWords(as: status) {
            let alike = Agreement.alike(members, ties)
            if alike.count < members.count { return cluster(alike, ties, manner) }
            guard status == .coordinated || Agreement.isTheirs(support.holders, of: members.count, ties) else {
                return nil
            }
        }
        if ties.focus == .narrow, support.otherReasons.isTrade(tiedBy: support.kinds) { return nil }
        return Found(
            members: members, kinds: support.kinds, status: status, coverage: support.coverage, values: support.values,
            core: support.core, inStep: support.inStep, manner: manner, doubt: support.doubt)
    }
}
