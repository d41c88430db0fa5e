package dev.ftctl.sandbox;

/// Answers one call, under the account's lock. Throws [ApiError] to refuse; then nothing it wrote
/// stays.
@FunctionalInterface
interface Handler {
  Reply handle(Call call);
}
