package dev.ftctl.sandbox.others;

import dev.ftctl.catalog.NamingFamily;
import dev.ftctl.catalog.ServiceFacts;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What people call a connector service, what sort of source it is and where its icon and its page
/// lie. The catalogue knows ids alone: all of it is made from them.
final class ServiceNames {
  private static final Set<String> UPPER =
      Set.of(
          "api", "aws", "crm", "csv", "db2", "dsp", "erp", "ftp", "gcp", "gcs", "hcm", "hr", "ibm",
          "id", "it", "lms", "mts", "rds", "s3", "sap", "sdk", "sftp", "sms", "sql", "url", "vpn",
          "3pl");

  private static final Map<String, String> OWN =
      Map.ofEntries(
          Map.entry("big", "Big"),
          Map.entry("bigquery", "BigQuery"),
          Map.entry("github", "GitHub"),
          Map.entry("gitlab", "GitLab"),
          Map.entry("hubspot", "HubSpot"),
          Map.entry("linkedin", "LinkedIn"),
          Map.entry("mongo", "MongoDB"),
          Map.entry("mysql", "MySQL"),
          Map.entry("netsuite", "NetSuite"),
          Map.entry("postgres", "PostgreSQL"),
          Map.entry("quickbooks", "QuickBooks"),
          Map.entry("servicenow", "ServiceNow"),
          Map.entry("tiktok", "TikTok"),
          Map.entry("youtube", "YouTube"),
          Map.entry("zendesk", "Zendesk"));

  private static final Set<String> FUNCTIONS =
      Set.of("aws_lambda", "azure_function", "google_cloud_function", "connector_sdk");

  /// Words in an id, and the sort of source that they tell.
  private static final Map<String, String> TOLD_BY =
      Map.ofEntries(
          Map.entry("ads", "Marketing"),
          Map.entry("analytics", "Marketing"),
          Map.entry("campaign", "Marketing"),
          Map.entry("marketing", "Marketing"),
          Map.entry("salesforce", "Sales"),
          Map.entry("crm", "Sales"),
          Map.entry("zendesk", "Support"),
          Map.entry("freshdesk", "Support"),
          Map.entry("intercom", "Support"),
          Map.entry("github", "Engineering"),
          Map.entry("gitlab", "Engineering"),
          Map.entry("jira", "Engineering"),
          Map.entry("netsuite", "Finance"),
          Map.entry("stripe", "Finance"),
          Map.entry("quickbooks", "Finance"),
          Map.entry("workday", "HumanResources"),
          Map.entry("bamboohr", "HumanResources"),
          Map.entry("webhooks", "Events"),
          Map.entry("kafka", "Events"),
          Map.entry("kinesis", "Events"),
          Map.entry("segment", "Events"),
          Map.entry("snowplow", "Events"));

  private ServiceNames() {}

  static String name(String service) {
    return Arrays.stream(service.split("_"))
        .map(ServiceNames::word)
        .collect(Collectors.joining(" "));
  }

  private static String word(String word) {
    if (UPPER.contains(word)) {
      return word.toUpperCase(Locale.ROOT);
    }
    var own = OWN.get(word);
    return own != null ? own : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  static String type(ServiceFacts facts) {
    if (facts.naming() == NamingFamily.SCHEMA_PREFIX) {
      return "Database";
    }
    if (facts.naming() == NamingFamily.SCHEMA_TABLE_GROUP_NAME) {
      return "File";
    }
    if (FUNCTIONS.contains(facts.service())) {
      return "Function";
    }
    return List.of(facts.service().split("_")).stream()
        .filter(TOLD_BY::containsKey)
        .map(TOLD_BY::get)
        .findFirst()
        .orElse("API");
  }

  static String icon(String service) {
    return "https://fivetran.com/integrations/"
        + service
        + "/resources/"
        + dashed(service)
        + ".png";
  }

  static String page(ServiceFacts facts) {
    var folder =
        switch (type(facts)) {
          case "Database" -> "databases";
          case "File" -> "files";
          case "Function" -> "functions";
          case "Events" -> "events";
          default -> "applications";
        };
    return "https://fivetran.com/docs/connectors/" + folder + "/" + dashed(facts.service());
  }

  private static String dashed(String service) {
    return service.replace('_', '-');
  }
}
