import Evidence

/// Data analysed.
extension Vocabulary {
    static let data = phrases(
        .dataAnalysis,
        [
            0.5: [
                "data analyst", "data scientist", "data analysis", "statistical significance", "data driven",
                "sql query", "pandas", "statistical rigor", "statistical rigour", "hypothesis test", "effect size",
                "exploratory data", "create table", "dataframe", "数据分析", "データ分析", "análisis de datos", "datenanalyse",
                "анализ данных",
            ],
            0.35: ["dataset", "data set", "csv", "group by", "select from", "sql", "statistical test", "p value"],
            0.3: ["confidence interval", "confidence intervals"],
            0.2: [
                "statistical", "spreadsheet", "variance", "median", "trends", "regression", "correlation",
                "time series", "outliers", "revenue", "cohort", "quarter", "data", "columns", "rows", "insights",
            ],
        ])

    static let analyses = [
        Combination(
            .dataAnalysis, 0.45, within: 6,
            [
                "analyse", "analyze", "aggregate", "plot", "visualise", "visualize", "forecast", "investigate",
                "explore", "clean", "interpret", "compute", "calculate", "compare", "分析",
            ],
            [
                "data", "dataset", "data set", "csv", "the table", "spreadsheet", "columns", "dataframe", "rows",
                "survey", "metrics", "time series", "sales", "revenue", "数据", "表格",
            ]),
        Combination(
            .dataAnalysis, 0.5, within: 16, ["sql", "query"],
            ["database", "warehouse", "tables", "schema", "table", "from", "since", "rows"]),
        Combination(
            .dataAnalysis, 0.45, within: 60, of: .table,
            [
                "what", "which", "why", "summary", "pivot", "averages", "average", "analyse", "analyze", "explains",
                "differ", "drives", "stands out", "trend", "compare", "insights", "formula", "data", "dataset", "table",
                "biggest", "compute", "calculate", "mean", "report",
            ]),
        Combination(
            .dataAnalysis, 0.45, within: 16, ["outliers", "gaps", "biggest changes", "anomalies", "trends", "trend"],
            ["table", "data", "figures", "numbers", "sales", "revenue", "dataset", "spreadsheet"]),
        Combination(
            .dataAnalysis, 0.45, within: 10,
            [
                "run", "perform", "conduct", "use", "using", "interpret", "compute", "calculate", "apply", "fit",
                "detect", "draw", "plot",
            ],
            [
                "t test", "chi square", "anova", "linear regression", "logistic regression", "regression output",
                "regression model", "standard deviation", "confidence interval", "correlation matrix",
                "cohort analysis", "histogram", "box plot", "boxplot", "scatter plot", "pivot table", "outliers",
                "moving average", "quantiles", "percentiles", "descriptive statistics", "conversion rate",
            ]),
        Combination(
            .dataAnalysis, 0.42, within: 8, ["make", "create", "build", "draw", "plot"],
            ["pivot table", "histogram", "scatter plot", "box plot", "heatmap", "bar chart", "line chart"]),
        Combination(
            .dataAnalysis, 0.45, within: 12,
            [
                "average", "median", "mean", "total", "top 0", "sum", "growth", "percentage", "forecast", "trend",
                "grew", "churn", "fastest",
            ],
            [
                "per region", "by region", "by month", "per country", "by country", "per customer", "by customer",
                "by category", "per category", "by employee", "per employee", "per quarter", "by quarter", "by week",
                "quarterly", "monthly figures", "per cohort", "each cohort", "by year", "by city", "per city",
                "per store", "by store", "by age group", "order value", "the spreadsheet", "attached spreadsheet",
                "this spreadsheet", "the dataset", "this dataset", "the table below", "data frame", "these figures",
                "the csv",
            ]),
        Combination(
            .dataAnalysis, 0.42, within: 8,
            ["breakdown", "break down", "steepest", "drop in", "decline in", "growth in"],
            ["churn", "revenue", "signups", "conversion", "sales", "retention", "signup month"]),
        Combination(
            .dataAnalysis, 0.4, within: 8, ["join", "merge", "deduplicate", "filter", "group", "reshape", "clean"],
            [
                "tables", "the table", "columns", "dataframes", "data frame", "data frames", "datasets", "csv files",
                "sheets", "missing values",
            ]),
        Combination(
            .dataAnalysis, 0.45, within: 12,
            [
                "correlates", "correlated", "correlation", "predicts", "predictor", "predictors", "significant",
                "significantly", "significance", "explains the variance",
            ],
            ["variable", "variables", "churn", "groups", "difference", "features", "outcome", "sales", "survey", "p"]),
    ]
}
