"""Lasso, elastic net and ridge paths of scikit-learn, and how many proximal steps reach them."""

import numpy as np
from sklearn.linear_model import ElasticNet, Lasso, LinearRegression, Ridge

INPUTS = ["X", "y", "true_beta", "alphas", "lasso_no_intercept.alpha", "lasso[].l1_ratio", "elastic_net[].l1_ratio"]


def draw(content, rng):
    """Correlated columns with mean 0 and standard deviation 1, of which five matter."""
    n, p = np.shape(content["X"])
    X = rng.normal(size=(n, p)) @ (np.eye(p) + rng.normal(0, 0.4, (p, p)))
    X = (X - X.mean(0)) / X.std(0)
    beta = np.where(rng.permutation(p) < 5, rng.normal(0, 25, p), 0.0)
    y = 150 + X @ beta + rng.normal(0, 10, n)
    alphas = alpha_max(X, y) * np.geomspace(10**0.02, 1e-3, len(content["alphas"]))
    content.update(X=X.tolist(), y=y.tolist(), true_beta=beta.tolist(), alphas=alphas.tolist())
    content["lasso_no_intercept"]["alpha"] = content["alphas"][6]


def alpha_max(X, y):
    return np.max(np.abs(X.T @ (y - y.mean()))) / len(y)


def recompute(content):
    X, y = np.array(content["X"]), np.array(content["y"])
    n, p = X.shape
    lipschitz = np.linalg.eigvalsh(X.T @ X / n)[-1]
    content.update(n=n, p=p, alpha_max_lasso=alpha_max(X, y), lipschitz_XtX_over_n=lipschitz)
    ols = LinearRegression().fit(X, y)
    content["ols"].update(coef=ols.coef_, intercept=ols.intercept_)
    alone = content["lasso_no_intercept"]
    alone["coef"] = Lasso(alone["alpha"], fit_intercept=False, tol=1e-12, max_iter=10**6).fit(X, y).coef_

    steps = content["iterations_to_1e-6_from_zero"]
    steps.update(ista=[], fista=[])
    for name in ("lasso", "elastic_net"):
        for alpha, entry in zip(content["alphas"], content[name]):
            fit = Lasso(alpha) if name == "lasso" else ElasticNet(alpha, l1_ratio=entry["l1_ratio"])
            fit.set_params(tol=1e-12, max_iter=10**6).fit(X, y)
            l1, l2 = alpha * entry["l1_ratio"], alpha * (1 - entry["l1_ratio"])
            w, residual = fit.coef_, y - fit.predict(X)
            pull = X.T @ residual / n - l2 * w
            violation = np.where(w == 0, np.maximum(np.abs(pull) - l1, 0), np.abs(pull - l1 * np.sign(w)))
            entry.update(
                alpha=alpha,
                coef=w,
                intercept=fit.intercept_,
                objective=residual @ residual / (2 * n) + l1 * np.abs(w).sum() + 0.5 * l2 * (w @ w),
                n_nonzero=np.count_nonzero(w),
                n_iter=fit.n_iter_,
                dual_gap_unscaled=fit.dual_gap_,
                kkt_violation=violation.max(),
            )
            for method in ("ista", "fista"):
                steps[method].append(proximal_steps(X, y - y.mean(), l1, l2, lipschitz, w, accelerated=method == "fista"))
    for alpha, entry in zip(content["alphas"], content["ridge"]):
        fit = Ridge(alpha * n, tol=1e-12).fit(X, y)
        w, residual = fit.coef_, y - fit.predict(X)
        entry.update(
            alpha=alpha,
            sklearn_ridge_alpha=alpha * n,
            coef=w,
            intercept=fit.intercept_,
            objective=residual @ residual / (2 * n) + 0.5 * alpha * (w @ w),
            kkt_violation=np.max(np.abs(X.T @ residual / n - alpha * w)),
        )


def proximal_steps(X, y, l1, l2, lipschitz, target, accelerated):
    """Steps of size 1 / (lipschitz + l2) from zero until every coefficient is within 1e-6 of the target."""
    step = 1 / (lipschitz + l2)
    w = z = np.zeros(X.shape[1])
    momentum = 1.0
    for count in range(1, 100_000):
        v = z - step * (X.T @ (X @ z - y) / len(y) + l2 * z)
        new = np.sign(v) * np.maximum(np.abs(v) - step * l1, 0)
        following = (1 + np.sqrt(1 + 4 * momentum**2)) / 2
        z = new + (momentum - 1) / following * (new - w) if accelerated else new
        w, momentum = new, following
        if np.abs(w - target).max() < 1e-6:
            return count
    raise SystemExit("prox_lasso: the proximal steps do not arrive")
