package dev.ftctl.playground.data;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// The companies and their departments. Some of them change each time that they were read, so that
/// who reads what is new finds something. Safe for many threads.
public final class Directory {

  private static final List<String> NAMES = List.of("Engineering", "HR", "Finance", "Sales");

  private final Map<Integer, List<Department>> departments = new LinkedHashMap<>();
  private final Mutation mutation;
  private List<Company> companies;

  /// What changes, and whether anything does.
  record Mutation(Clock clock, RandomGenerator random, boolean isOn) {

    private <T> List<T> some(List<T> all, UnaryOperator<T> updated) {
      return isOn
          ? all.stream().map(one -> random.nextBoolean() ? updated.apply(one) : one).toList()
          : all;
    }

    private Instant now() {
      return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
  }

  private Directory(List<Company> companies, Mutation mutation) {
    this.companies = List.copyOf(companies);
    this.mutation = mutation;
  }

  static Directory make(People people, RandomTimes times, int count, Mutation mutation) {
    var companies = new ArrayList<Company>();
    for (int index = 0; index < count; index++) {
      Instant created = times.created(index);
      companies.add(new Company(index + 1, people.company(), created, times.updated(created)));
    }
    var directory = new Directory(companies, mutation);
    for (Company company : companies) {
      directory.departments.put(company.id(), departments(company, times));
    }
    return directory;
  }

  private static List<Department> departments(Company company, RandomTimes times) {
    return Stream.iterate(1, id -> id + 1)
        .limit(NAMES.size())
        .map(id ->
            new Department(
                id,
                company.id(),
                NAMES.get(id - 1),
                company.createdAt(),
                times.updated(company.createdAt())))
        .toList();
  }

  /// In the order of their ids.
  public synchronized List<Company> companies() {
    return companies;
  }

  /// In the order of their ids; empty where there is no such company.
  public synchronized Optional<List<Department>> departments(int companyId) {
    return Optional.ofNullable(departments.get(companyId));
  }

  /// Updates some of them, or none, since somebody has read them.
  public synchronized void companiesWereRead() {
    Instant now = mutation.now();
    companies = mutation.some(companies, company -> company.updated(now));
  }

  /// The same of the departments of one.
  public synchronized void departmentsWereRead(int companyId) {
    Instant now = mutation.now();
    departments.computeIfPresent(
        companyId, (id, all) -> mutation.some(all, department -> department.updated(now)));
  }
}
