# The project's statistics computed by R, which shares no code with it: base R and the package survival.
#
# Usage: Rscript test/oracle/statistics.R questions.txt answers.txt
# A question is a line `id kind name=1,2,3 …`; an answer is a line `id name values…`, 17 digits, NA where R says NA.
suppressPackageStartupMessages(library(survival))

arguments <- commandArgs(trailingOnly = TRUE)
questions <- readLines(arguments[1])
answers <- file(arguments[2], "w")

say <- function(id, name, values) {
  text <- ifelse(is.na(values), "NA", format(as.numeric(values), digits = 17, trim = TRUE, scientific = TRUE))
  writeLines(paste(c(id, name, text), collapse = " "), answers)
}

# Negative entry: watched from the origin. With any delayed entry, start and stop; entries at the origin start before it.
times <- function(q, event) {
  if (any(q$entry >= 0)) Surv(ifelse(q$entry < 0, -1, q$entry), q$exit, event) else Surv(q$exit, event)
}

falling <- function(limits) {
  known <- !is.na(limits)
  limits[known] <- cummin(limits[known])
  limits
}

km <- function(id, q) {
  fit <- survfit(times(q, q$event) ~ 1, conf.type = "log-log")
  keep <- fit$n.event + fit$n.censor > 0
  say(id, "time", fit$time[keep])
  say(id, "atRisk", fit$n.risk[keep])
  say(id, "died", fit$n.event[keep])
  say(id, "survival", fit$surv[keep])
  say(id, "error", fit$std.err[keep])
  say(id, "lower", fit$lower[keep])
  say(id, "upper", fit$upper[keep])
  # quantile() reads limits that rise, as delayed entry makes them, wrongly (a lower limit over the median): the first time
  # under a level is the same on their running minimum.
  fit$lower <- falling(fit$lower)
  fit$upper <- falling(fit$upper)
  cut <- quantile(fit, c(.25, .5, .75))
  say(id, "quantiles", c(cut$quantile, cut$lower, cut$upper))
}

# Aalen-Johansen: outcome 0 is censored. R has no standard error for delayed entry that is not a jackknife: left out there.
ci <- function(id, q) {
  outcome <- factor(q$outcome, levels = 0:q$outcomes)
  delayed <- any(q$entry >= 0)
  data <- data.frame(row = seq_along(q$exit))
  fit <- survfit(times(q, outcome) ~ 1, data = data, id = row, conf.type = "log-log")
  keep <- rowSums(as.matrix(fit$n.event)) + rowSums(as.matrix(fit$n.censor)) > 0
  say(id, "time", fit$time[keep])
  say(id, "free", fit$pstate[keep, 1])
  for (k in seq_len(q$outcomes)) {
    say(id, paste0("incidence", k), fit$pstate[keep, k + 1])
    if (delayed) next
    say(id, paste0("error", k), fit$std.err[keep, k + 1])
    # An incidence of 1 has no limits; R falls a rounding short of 1 and gives some.
    certain <- fit$pstate[keep, k + 1] > 1 - 1e-12
    say(id, paste0("lower", k), ifelse(certain, NA, fit$lower[keep, k + 1]))
    say(id, paste0("upper", k), ifelse(certain, NA, fit$upper[keep, k + 1]))
  }
}

byar <- function(k) c(k * (1 - 1 / (9 * k) - qnorm(.975) / (3 * sqrt(k)))^3,
                      (k + 1) * (1 - 1 / (9 * (k + 1)) + qnorm(.975) / (3 * sqrt(k + 1)))^3)

for (line in questions) {
  parts <- strsplit(line, " ")[[1]]
  id <- parts[1]
  q <- list()
  for (part in parts[-(1:2)]) {
    pair <- strsplit(part, "=")[[1]]
    q[[pair[1]]] <- as.numeric(strsplit(pair[2], ",")[[1]])
  }
  switch(parts[2],
    km = km(id, q),
    ci = ci(id, q),
    binomial = {
      say(id, "lower", pbinom(q$k, q$n, q$p, log.p = TRUE))
      say(id, "upper", pbinom(q$k - 1, q$n, q$p, lower.tail = FALSE, log.p = TRUE))
    },
    poisson = {
      say(id, "lower", ppois(q$k, q$mean, log.p = TRUE))
      say(id, "upper", ppois(q$k - 1, q$mean, lower.tail = FALSE, log.p = TRUE))
    },
    wilson = for (i in seq_along(q$k))
      say(id, paste0("limits", i), suppressWarnings(prop.test(q$k[i], q$n[i], correct = FALSE))$conf.int),
    count = for (i in seq_along(q$k))
      say(id, paste0("limits", i), if (q$k[i] <= 10) poisson.test(q$k[i])$conf.int else byar(q$k[i])),
    bh = say(id, "adjusted", p.adjust(q$p, "BH")),
    quantile = say(id, "quantiles", quantile(q$x, c(.1, .25, .5, .75, .9), names = FALSE)),
    normal = say(id, "quantiles", qnorm(c(.975, .999)))
  )
}
close(answers)
