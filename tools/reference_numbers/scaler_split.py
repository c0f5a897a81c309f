"""StandardScaler, MinMaxScaler and train_test_split of scikit-learn."""

import numpy as np
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import MinMaxScaler, StandardScaler

INPUTS = [
    "X_train",
    "X_test",
    "single_row.X",
    "split_sizes[].n",
    "split_sizes[].test_size",
    "seed001_split.n",
    "seed001_split.first.test_size",
    "seed001_split.second.test_size",
    "stratified[].class_counts",
    "stratified[].test_size",
]


def draw(content, rng):
    n = len(content["X_train"])
    constant = np.ones(n)
    content["X_train"] = np.column_stack(
        [
            rng.normal(10, 4, n),
            7 * constant,
            0 * constant,
            0.1 * constant,
            1e8 + rng.normal(0, 1, n),
            rng.normal(0, 1e-9, n),
            np.arange(n) == n - 1,
            rng.normal(0, 1e6, n),
            1e10 / 3 * constant,
        ]
    ).tolist()
    content["X_test"] = rng.normal(5, 3, np.shape(content["X_test"])).tolist()
    content["single_row"]["X"] = content["X_train"][:1]
    for sizes in content["split_sizes"]:
        sizes["n"] = int(rng.integers(5, 3000))
    for sizes in content["stratified"]:
        sizes["class_counts"] = rng.integers(6, 20, 3).tolist()


def recompute(content):
    train, test = np.array(content["X_train"]), np.array(content["X_test"])
    scaler = StandardScaler().fit(train)
    content["mean"], content["var"], content["scale"] = scaler.mean_, scaler.var_, scaler.scale_
    content["train_transformed"] = scaler.transform(train)
    content["test_transformed"] = scaler.transform(test)
    content["test_inverse_of_transformed"] = scaler.inverse_transform(scaler.transform(test))

    single = content["single_row"]
    scaler = StandardScaler().fit(single["X"])
    single.update(mean=scaler.mean_, scale=scaler.scale_, transformed=scaler.transform(single["X"]))
    content["with_mean_false"]["test_transformed"] = StandardScaler(with_mean=False).fit(train).transform(test)
    content["with_std_false"]["test_transformed"] = StandardScaler(with_std=False).fit(train).transform(test)
    scaler = MinMaxScaler().fit(train)
    content["min_max"].update(
        data_min=scaler.data_min_, data_max=scaler.data_max_, scale=scaler.scale_, test_transformed=scaler.transform(test)
    )

    for sizes in content["split_sizes"]:
        sizes["n_train"], sizes["n_test"] = map(len, train_test_split(np.arange(sizes["n"]), test_size=sizes["test_size"]))
    twice = content["seed001_split"]
    n = twice["n"]
    for sizes in (twice["first"], twice["second"]):
        sizes["n"] = n
        sizes["n_train"], sizes["n_test"] = map(len, train_test_split(np.arange(n), test_size=sizes["test_size"]))
        n = sizes["n_train"]
    for sizes in content["stratified"]:
        labels = np.repeat(np.arange(3), sizes["class_counts"])
        parts = train_test_split(labels, test_size=sizes["test_size"], stratify=labels, random_state=1)
        sizes["n_train"], sizes["n_test"] = map(len, parts)
        sizes["train_counts"], sizes["test_counts"] = (np.bincount(part, minlength=3) for part in parts)
