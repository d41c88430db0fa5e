package dev.ftctl.crash;

import dev.ftctl.crash.Company.Ended;
import java.util.ArrayList;
import java.util.List;

/// What a disturbed apply, and the next one, left behind.
///
/// @param name what disturbed the first run
/// @param last the run that claims to have finished
/// @param account as [AccountImage] shows it
record Disturbed(String name, Ended first, Ended last, List<String> account) {

  /// After a first run that claims to have finished. One that could not look back knows only that
  /// it did everything; that is held against the account, and the next run looks.
  static Disturbed asItIs(Company company, String name, Ended first, Simulator simulator) {
    List<String> account = AccountImage.of(simulator.account());
    return couldNotLookBack(first)
        ? new Disturbed(name, first, applyAgain(company, name, first, simulator).last(), account)
        : new Disturbed(name, first, first, account);
  }

  static boolean couldNotLookBack(Ended ended) {
    return ended.code() == 0
        && ended.text().contains("\nwarning: everything was applied, but the look back failed: ");
  }

  /// Runs apply again, without any incident.
  static Disturbed applyAgain(Company company, String name, Ended first, Simulator simulator) {
    simulator.faults("");
    Ended second = company.apply(simulator.url(), 8);
    return new Disturbed(name, first, second, AccountImage.of(simulator.account()));
  }

  /// What is not as it is after an undisturbed run; nothing, if all is well. Objects that are
  /// missing have a `-`, those that should not be there a `+`.
  List<String> complaints(Undisturbed undisturbed) {
    var missing = new ArrayList<>(undisturbed.account());
    var surplus = new ArrayList<>(account);
    account.forEach(missing::remove);
    undisturbed.account().forEach(surplus::remove);
    var complaints = new ArrayList<String>();
    missing.forEach(line -> complaints.add(name + ": - " + line));
    surplus.forEach(line -> complaints.add(name + ": + " + line));
    if (last.code() != 0 || !last.text().endsWith("A new plan is empty.\n")) {
      complaints.add(name + ": exit code " + last.code() + "\n" + last.text());
    }
    return complaints;
  }
}
