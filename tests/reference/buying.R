# Reference numbers for tests/stats/buying.test.ts, by base R alone:
#   Rscript tests/reference/buying.R > tests/reference/buying.json
# BG/NBD and MBG/NBD by optim() on the likelihood as it is written in the papers (lgamma, not sums),
# standard errors from its numeric Hessian, expected purchases by integrating over rate and chance to
# leave; gamma-gamma likewise.
set.seed(20261122)
n <- 400
age <- sample(100:364, n, TRUE)
rate <- rgamma(n, 0.8, 40)
leave <- rbeta(n, 0.9, 3)
history <- function(i) {
  now <- 0; last <- 0; x <- 0
  repeat {
    now <- now + rexp(1, rate[i])
    if (now > age[i]) break
    day <- floor(now)
    if (day > last) { x <- x + 1; last <- day }
    if (runif(1) < leave[i]) break
  }
  c(x, last, age[i])
}
h <- t(sapply(1:n, history))
x <- h[, 1]; tx <- h[, 2] / 7; T <- h[, 3] / 7

logsum <- function(a, b) pmax(a, b) + log1p(exp(-abs(a - b)))
bg <- function(p, s) {
  r <- exp(p[1]); al <- exp(p[2]); a <- exp(p[3]); b <- exp(p[4]); k <- x + s
  u <- -(r + x) * log(al + T)
  w <- ifelse(k > 0, log(a) - log(b + k - 1) - (r + x) * log(al + tx), -Inf)
  sum(lgamma(r + x) - lgamma(r) + r * log(al) + lbeta(a, b + k) - lbeta(a, b) +
    ifelse(k > 0, logsum(u, w), u))
}
fit <- function(f, start) {
  one <- optim(start, f, method = "BFGS", control = list(fnscale = -1, reltol = 1e-15, maxit = 5000))
  two <- optim(one$par, f, method = "Nelder-Mead", control = list(fnscale = -1, reltol = 1e-16, maxit = 20000))
  three <- optim(two$par, f, method = "BFGS", hessian = TRUE, control = list(fnscale = -1, reltol = 1e-16, maxit = 5000, ndeps = rep(1e-4, length(start))))
  list(par = exp(three$par), error = exp(three$par) * sqrt(diag(solve(-three$hessian))), value = three$value)
}
# E[X(t)] given rate and chance: (1 - exp(-rate p t)) / p, for MBG times (1 - p) at the first chance.
expected <- function(par, t, s) {
  integrate(function(p) sapply(p, function(q)
    (1 - q)^s * (1 - (par[2] / (par[2] + q * t))^par[1]) / q * dbeta(q, par[3], par[4])),
    0, 1, rel.tol = 1e-10, subdivisions = 5000)$value
}
value <- round(rgamma(n, 6, 6 / 30) * (15 / rgamma(n, 4, 1)) / 4 + 1, 2)
keep <- x > 0
gg <- function(p) {
  q <- exp(p); k <- x[keep]; m <- value[keep]
  sum(lgamma(q[1] * k + q[2]) - lgamma(q[1] * k) - lgamma(q[2]) + q[2] * log(q[3]) +
    (q[1] * k - 1) * log(m) + q[1] * k * log(k) - (q[1] * k + q[2]) * log(k * m + q[3]))
}
show <- function(v) paste0("[", paste(format(v, digits = 15, trim = TRUE), collapse = ", "), "]")
model <- function(f) sprintf('{ "parameters": %s, "errors": %s, "logLikelihood": %.10f }', show(f$par), show(f$error), f$value)
b <- fit(function(p) bg(p, 0), log(c(1, 5, 1, 3)))
m <- fit(function(p) bg(p, 1), log(c(1, 5, 1, 3)))
g <- fit(gg, log(c(3, 3, 30)))
times <- c(4, 13, 52)
cat("{\n")
cat(sprintf('  "repeats": %s,\n  "last": %s,\n  "age": %s,\n  "value": %s,\n', show(h[, 1]), show(h[, 2]), show(h[, 3]), show(value)))
cat(sprintf('  "bg": %s,\n  "mbg": %s,\n  "spending": %s,\n', model(b), model(m), model(g)))
cat(sprintf('  "times": %s,\n  "bgExpected": %s,\n  "mbgExpected": %s\n}\n', show(times),
  show(sapply(times, function(t) expected(b$par, t, 0))), show(sapply(times, function(t) expected(m$par, t, 1)))))
