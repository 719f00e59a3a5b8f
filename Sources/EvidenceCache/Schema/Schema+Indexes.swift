extension Schema {
    /// Indexes by which charts and lists need no scan, measured on 2,000,000 exchanges.
    ///
    /// With target and model in it, the index of exchanges answers fine histograms alone; conversations can be walked in time
    /// whoever had them; and the days of everybody come in order.
    static let indexes = """
        DROP INDEX exchangeByAccount;
        CREATE INDEX exchangeByAccount ON exchangeFact(account, at, target, model);
        CREATE INDEX conversationByTime ON conversationFact(firstAt, lastAt, account, id);
        CREATE INDEX dailyCountByDay ON dailyCount(day, target, model, exchanges);
        """
}
