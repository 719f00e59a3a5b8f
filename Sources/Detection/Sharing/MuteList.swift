import Evidence

/// Which indicators are muted at a time.
enum MuteList {
    /// The indicators whose latest event until `asOf` mutes them.
    static func muted(_ mutes: [Mute], asOf: Instant) -> Set<IndicatorID> {
        var latest: [IndicatorID: Mute] = [:]
        for mute in mutes where mute.at <= asOf {
            if let known = latest[mute.indicator], (known.at, known.id) >= (mute.at, mute.id) { continue }
            latest[mute.indicator] = mute
        }
        return Set(latest.values.filter(\.isMuted).map(\.indicator))
    }
}
