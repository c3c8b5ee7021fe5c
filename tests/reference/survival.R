# Reference values for Kaplan–Meier and log-rank, written to survival.json beside this file.
# Run with: Rscript tests/reference/survival.R (package survival, part of r-recommended).
library(survival)

times <- list(
  a = c(1, 3, 3, 4, 6, 6, 7, 9, 9, 10, 12),
  b = c(2, 2, 3, 5, 5, 8, 9, 11, 13, 13),
  c = c(1, 1, 2, 4, 4, 6, 8, 8, 9)
)
happened <- list(
  a = c(1, 1, 0, 1, 1, 0, 1, 1, 0, 0, 1),
  b = c(0, 1, 0, 1, 0, 1, 0, 1, 0, 0),
  c = c(1, 1, 1, 1, 0, 1, 1, 1, 1)
)
curve <- function(group) {
  fit <- summary(survfit(Surv(times[[group]], happened[[group]]) ~ 1, conf.type = "log-log"))
  list(time = fit$time, atRisk = fit$n.risk, events = fit$n.event, survival = fit$surv, low = fit$lower, high = fit$upper)
}
test <- function(groups) {
  all <- data.frame(
    time = unlist(times[groups]), happened = unlist(happened[groups]),
    group = rep(groups, lengths(times[groups]))
  )
  fit <- survdiff(Surv(time, happened) ~ group, data = all)
  list(groups = groups, statistic = fit$chisq, observed = fit$obs, expected = fit$exp,
       p = pchisq(fit$chisq, length(groups) - 1, lower.tail = FALSE))
}

# R has no JSON of its own; these lists hold numbers and short names only.
json <- function(x) {
  if (is.list(x)) {
    parts <- vapply(x, json, "")
    if (is.null(names(x))) return(paste0("[", paste(parts, collapse = ", "), "]"))
    return(paste0("{", paste0("\"", names(x), "\": ", parts, collapse = ",\n"), "}"))
  }
  values <- if (is.character(x)) paste0("\"", x, "\"") else ifelse(is.na(x), "null", format(x, digits = 17, trim = TRUE))
  paste0("[", paste(trimws(values), collapse = ", "), "]")
}
scalar <- function(text) gsub("\"(statistic|p)\": \\[([^]]*)\\]", "\"\\1\": \\2", text)

here <- sub("--file=", "", grep("--file=", commandArgs(), value = TRUE))
result <- list(
  times = times, happened = happened,
  curves = lapply(c(a = "a", b = "b", c = "c"), curve),
  tests = list(test(c("a", "b")), test(c("a", "b", "c")))
)
writeLines(scalar(json(result)), sub("\\.R$", ".json", here))
