package dev.ftctl.sandbox.http;

/// Answers one call, under the account's lock. Throws [ApiError] to refuse; then nothing it wrote
/// stays.
@FunctionalInterface
public interface Handler {
  Reply handle(Call call);
}
