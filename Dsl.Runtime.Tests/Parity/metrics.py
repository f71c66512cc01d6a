"""scikit-learn's side of MetricParityTests: what it measures of the same predictions."""
import warnings

import numpy as np
import torch
from scipy.special import log_softmax, softmax
from sklearn import metrics

from serve import serve

warnings.simplefilter("ignore")  # What is undefined is asked for on purpose.


def measure(request, tensors):
    prediction, target = tensors["prediction"].double().numpy(), tensors["target"].numpy()
    values = {"classes": classes, "labels": labels, "numbers": numbers}[request["Kind"]](request, prediction, target)
    return {name: torch.as_tensor(np.asarray(value, dtype=np.float64)) for name, value in values.items() if value is not None}


def classes(request, scores, target):
    count, k = scores.shape[1], request["K"]
    predicted, every = scores.argmax(1), np.arange(count)
    probabilities = softmax(scores, axis=1)
    # Rounded as NeuralDsl does, so that the same scores in another order tie.
    ranks = log_softmax(scores, axis=1).astype(np.float32)
    # scikit-learn lets the last of equal scores win, argmax the first: seen from behind they agree.
    top_k = metrics.top_k_accuracy_score(count - 1 - target, scores[:, ::-1], k=k, labels=every) if count > 2 else None
    mixed = [c for c in every if 0 < (target == c).sum() < len(target)]
    rocs = [metrics.roc_auc_score(target == c, ranks[:, c]) for c in mixed]
    averages = [metrics.average_precision_score(target == c, ranks[:, c]) for c in mixed]
    per_class = metrics.precision_recall_fscore_support(target, predicted, labels=every)
    return {
        "accuracy": metrics.accuracy_score(target, predicted),
        f"top-{k} accuracy": top_k,
        "precision": metrics.precision_score(target, predicted, average="macro"),
        "recall": metrics.recall_score(target, predicted, average="macro"),
        "F1": metrics.f1_score(target, predicted, average="macro"),
        "micro F1": metrics.f1_score(target, predicted, average="micro"),
        "ROC AUC": np.mean(rocs) if rocs else None,
        "average precision": np.mean(averages) if averages else None,
        "perplexity": np.exp(metrics.log_loss(target, probabilities, labels=every)),
        "confusion": metrics.confusion_matrix(target, predicted, labels=every),
        "per class": np.stack(per_class, 1),
        "ROCs": rocs,
        "whole ROC AUC": metrics.roc_auc_score(target, np.exp(ranks.astype(np.float64)), multi_class="ovr", average="macro", labels=every) if len(mixed) == count > 2 else None,
    }


def labels(request, scores, target):
    scores, target = scores.ravel(), target.ravel() > 0.5
    predicted = scores > request["Threshold"]
    is_mixed = 0 < target.sum() < len(target)
    return {
        "accuracy": metrics.accuracy_score(target, predicted),
        "precision": metrics.precision_score(target, predicted),
        "recall": metrics.recall_score(target, predicted),
        "F1": metrics.f1_score(target, predicted),
        "ROC AUC": metrics.roc_auc_score(target, scores) if is_mixed else None,
        "average precision": metrics.average_precision_score(target, scores) if is_mixed else None,
        "confusion": metrics.confusion_matrix(target, predicted, labels=[False, True]),
        "per class": np.stack(metrics.precision_recall_fscore_support(target, predicted, labels=[False, True]), 1),
    }


def numbers(request, prediction, target):
    return {
        "mean absolute error": metrics.mean_absolute_error(target.ravel(), prediction.ravel()),
        "root mean squared error": metrics.mean_squared_error(target.ravel(), prediction.ravel(), squared=False),
        "R²": metrics.r2_score(target, prediction) if len(target) > 1 else None,
    }


serve(measure)
