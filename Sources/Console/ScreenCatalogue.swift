public import Evidence

/// Makes screens from view states. The only place that knows every screen.
public enum ScreenCatalogue {
    /// The screen that a state describes.
    ///
    /// - Throws: ``Problem`` for an unknown view, or one that lacks the id it needs.
    public static func screen(for state: ViewState) throws(Problem) -> any Screen {
        guard let kind = ScreenKind(rawValue: state.view) else {
            let known = ScreenKind.allCases.map(\.rawValue).joined(separator: ", ")
            throw Problem("no view “\(state.view)”; there are \(known)")
        }
        switch kind {
        case .queue: return try QueueScreen(state)
        case .account: return try AccountScreen(state)
        case .timeline: return try TimelineScreen(state)
        case .conversations: return try ConversationsScreen(state)
        case .reader: return try ReaderScreen(state)
        case .targets: return try TargetsScreen(state)
        case .clusters: return try ClustersScreen(state)
        case .cluster: return try ClusterScreen(state)
        case .labels: return try LabelsScreen(state)
        case .cases: return try CasesScreen(state)
        case .case: return try CaseScreen(state)
        case .sync: return try SyncScreen(state)
        case .activity: return try ActivityScreen(state)
        case .sql: return try SQLScreen(state)
        case .help: return try HelpScreen(state)
        }
    }
}
