"""Metrics of scikit-learn and torchmetrics, intervals and tests of SciPy."""

import numpy as np
import torch
from scipy import stats
from sklearn import metrics as sk
from sklearn.calibration import calibration_curve
from torchmetrics.functional import calibration_error

INPUTS = [
    "multiclass.probs",
    "multiclass.labels",
    "binary.prob_positive",
    "binary.labels",
    "statistics.A",
    "statistics.B",
    "statistics.wilcoxon_ties_zeros.differences",
    "statistics.small_n2.x",
    "statistics.t_cdf_samples[].t",
    "statistics.t_cdf_samples[].df",
    "statistics.binomial_wilson_95[].k",
    "statistics.binomial_wilson_95[].n",
]


def draw(content, rng):
    several, two, statistics = content["multiclass"], content["binary"], content["statistics"]
    n, classes = np.shape(several["probs"])
    labels = rng.integers(0, classes, n)
    logits = rng.normal(0, 1.2, (n, classes)) + 1.2 * np.eye(classes)[labels]
    several["probs"] = (np.exp(logits) / np.exp(logits).sum(1, keepdims=True)).tolist()
    several["labels"] = labels.tolist()
    n = len(two["labels"])
    two["labels"] = labels = np.concatenate([[0, 1, 0], rng.integers(0, 2, n - 3)]).tolist()
    guesses = np.clip(rng.normal(0.3, 0.35, n) + 0.4 * np.array(labels), 0, 1)
    two["prob_positive"] = np.concatenate([[0, 1, 0.5], guesses[3:]]).round(2).tolist()
    for name in ("A", "B"):
        statistics[name] = rng.normal(0.84, 0.012, len(statistics[name])).round(4).tolist()
    for sample in statistics["t_cdf_samples"]:
        sample.update(t=round(float(rng.normal(0, 4)), 3), df=int(rng.integers(1, 40)))
    for sample in statistics["binomial_wilson_95"]:
        sample["k"] = int(rng.integers(0, sample["n"] + 1))


def recompute(content):
    several_classes(content["multiclass"])
    two_classes(content["binary"])
    seed_comparison(content["statistics"])


def bins_of(confidence, right, count, closed):
    """Examples by confidence, in bins (lo, hi] or [lo, hi); the outer edges belong to the outer bins."""
    edges = [i / count for i in range(count + 1)]
    index = np.searchsorted(edges, confidence, side="left" if closed == "right" else "right") - 1
    index = np.clip(index, 0, count - 1)
    bins = []
    for b in range(count):
        inside = index == b
        bins.append(
            {
                "lo": edges[b],
                "hi": edges[b + 1],
                "count": inside.sum(),
                "accuracy": right[inside].mean() if inside.any() else None,
                "confidence": confidence[inside].mean() if inside.any() else None,
            }
        )
    return bins


def calibration_gaps(bins):
    n = sum(b["count"] for b in bins)
    full = [b for b in bins if b["count"] > 0]
    return [(b["count"] / n, abs(b["accuracy"] - b["confidence"])) for b in full]


def expected_error(bins):
    return sum(share * gap for share, gap in calibration_gaps(bins))


def several_classes(m):
    probs, labels = np.array(m["probs"]), np.array(m["labels"])
    pred = probs.argmax(1)
    bins = bins_of(probs.max(1), (pred == labels).astype(float), 10, "right")
    precision, recall, f1, _ = sk.precision_recall_fscore_support(labels, pred)
    brier = ((probs - np.eye(probs.shape[1])[labels]) ** 2).sum(1).mean()
    torch_ece = calibration_error(
        torch.tensor(probs), torch.tensor(labels), task="multiclass", num_classes=probs.shape[1], n_bins=10, norm="l1"
    )
    m.update(
        pred=pred,
        accuracy=sk.accuracy_score(labels, pred),
        balanced_accuracy=sk.balanced_accuracy_score(labels, pred),
        confusion_matrix_rows_true=sk.confusion_matrix(labels, pred),
        precision_per_class=precision,
        recall_per_class=recall,
        f1_per_class=f1,
        f1_macro=sk.f1_score(labels, pred, average="macro"),
        log_loss=sk.log_loss(labels, probs),
        brier_multiclass_sum=brier,
        roc_auc_ovr_macro=sk.roc_auc_score(labels, probs, multi_class="ovr", average="macro"),
        ece_10=expected_error(bins),
        mce_10=max(gap for _, gap in calibration_gaps(bins)),
        bins_10=bins,
        torchmetrics_ece_10_l1=float(torch_ece),
        sklearn_brier_scale_by_half_False=sk.brier_score_loss(labels, probs, scale_by_half=False),
    )


def two_classes(m):
    p, labels = np.array(m["prob_positive"]), np.array(m["labels"])
    pred = (p >= 0.5).astype(int)
    left, right = (bins_of(p, labels.astype(float), 5, closed) for closed in ("left", "right"))
    fpr, tpr, thresholds = sk.roc_curve(labels, p, drop_intermediate=False)
    fraction, mean = calibration_curve(labels, p, n_bins=5)
    torch_ece = calibration_error(torch.tensor(p), torch.tensor(labels), task="binary", n_bins=5, norm="l1")
    m.update(
        {
            "accuracy_at_0.5_ge": sk.accuracy_score(labels, pred),
            "confusion_matrix_rows_true": sk.confusion_matrix(labels, pred),
            "brier": sk.brier_score_loss(labels, p),
            "log_loss": sk.log_loss(labels, p),
            "roc_auc": sk.roc_auc_score(labels, p),
            "average_precision": sk.average_precision_score(labels, p),
            "ece_positive_class_5_left": expected_error(left),
            "ece_positive_class_5_right": expected_error(right),
            "bins_5_left": left,
            "bins_5_right": right,
            "torchmetrics_ece_5_l1": float(torch_ece),
        }
    )
    m["calibration_curve_5"].update(fraction_positive=fraction, mean_predicted=mean)
    m["roc_curve"].update(fpr=fpr, tpr=tpr, thresholds=thresholds)


def summary(values):
    values = np.array(values)
    n, mean, sem = len(values), values.mean(), stats.sem(values)
    return {
        "n": n,
        "mean": mean,
        "std_ddof1": values.std(ddof=1),
        "std_ddof0": values.std(),
        "sem": sem,
        "median": np.median(values),
        "t_interval_95": stats.t.interval(0.95, n - 1, loc=mean, scale=sem),
        "t_interval_99": stats.t.interval(0.99, n - 1, loc=mean, scale=sem),
    }


def wilcoxon(differences, **options):
    result = stats.wilcoxon(differences, **options)
    return {"statistic": result.statistic, "pvalue": result.pvalue}


def seed_comparison(s):
    A, B = np.array(s["A"]), np.array(s["B"])
    difference = B - A
    s["summary_A"].update(summary(A))
    s["summary_B"].update(summary(B))
    s["diff_B_minus_A"] = difference
    s["summary_diff"].update(summary(difference))
    test = stats.ttest_rel(B, A)
    s["paired_t"].update(
        statistic=test.statistic,
        df=test.df,
        pvalue_two_sided=test.pvalue,
        ci95=tuple(test.confidence_interval(0.95)),
        pvalue_greater=stats.ttest_rel(B, A, alternative="greater").pvalue,
    )
    s["cohens_dz"] = difference.mean() / difference.std(ddof=1)

    whole = s["wilcoxon_integer_differences"]
    d = np.round(difference * 10000).astype(int)
    whole["differences"] = d
    whole["exact"] = wilcoxon(d, method="exact")
    whole["asymptotic"] = wilcoxon(d, method="asymptotic", correction=False)
    whole["asymptotic_continuity"] = wilcoxon(d, method="asymptotic", correction=True)
    whole["exact_greater"] = wilcoxon(d, method="exact", alternative="greater")
    whole["default_auto"] = wilcoxon(d)
    tied = s["wilcoxon_ties_zeros"]
    d = tied["differences"]
    tied["asymptotic_wilcox_drop_zeros"] = wilcoxon(d, method="asymptotic", zero_method="wilcox")
    tied["asymptotic_pratt"] = wilcoxon(d, method="asymptotic", zero_method="pratt")
    tied["asymptotic_zsplit"] = wilcoxon(d, method="asymptotic", zero_method="zsplit")
    tied["default_auto"] = wilcoxon(d)

    welch = stats.ttest_ind(B, A, equal_var=False)
    s["welch_t"].update(statistic=welch.statistic, pvalue=welch.pvalue, df=welch.df)
    s["small_n2"].update(summary(s["small_n2"]["x"]))
    s["t_quantiles_0.975"] = {df: stats.t.ppf(0.975, int(df)) for df in s["t_quantiles_0.975"]}
    for sample in s["t_cdf_samples"]:
        sample["two_sided_p"] = 2 * stats.t.sf(abs(sample["t"]), sample["df"])
    for sample in s["binomial_wilson_95"]:
        interval = stats.binomtest(sample["k"], sample["n"]).proportion_ci(0.95, method="wilson")
        sample["interval"] = tuple(interval)
