package dev.ftctl.catalog;

import java.util.ArrayList;
import java.util.List;

/// Where Fivetran processes data, as the API document lists it.
public final class Regions {

  /// Of destinations and private links.
  private static final List<String> USUAL =
      List.of(
          "GCP_US_EAST4",
          "GCP_US_WEST1",
          "GCP_US_CENTRAL1",
          "GCP_EUROPE_WEST3",
          "GCP_EUROPE_WEST2",
          "GCP_AUSTRALIA_SOUTHEAST1",
          "GCP_NORTHAMERICA_NORTHEAST1",
          "GCP_ASIA_SOUTHEAST1",
          "GCP_ASIA_SOUTHEAST2",
          "GCP_ASIA_SOUTH1",
          "GCP_ASIA_NORTHEAST1",
          "AWS_US_EAST_1",
          "AWS_US_EAST_2",
          "AWS_US_WEST_2",
          "AWS_AP_NORTHEAST_1",
          "AWS_AP_SOUTHEAST_1",
          "AWS_AP_SOUTHEAST_2",
          "AWS_EU_CENTRAL_1",
          "AWS_EU_WEST_1",
          "AWS_EU_WEST_2",
          "AWS_AP_SOUTH_1",
          "AWS_CA_CENTRAL_1",
          "AWS_US_GOV_WEST_1",
          "AZURE_EASTUS2",
          "AZURE_AUSTRALIAEAST",
          "AZURE_UKSOUTH",
          "AZURE_WESTEUROPE",
          "AZURE_CENTRALUS",
          "AZURE_CANADACENTRAL",
          "AZURE_UAENORTH",
          "AZURE_SOUTHEASTASIA",
          "AZURE_EASTUS",
          "AZURE_JAPANEAST",
          "AZURE_CENTRALINDIA");

  private static final List<String> OF_PROXIES_ALONE =
      List.of(
          "GCP_ASIA_NORTHEAST3",
          "GCP_ME_CENTRAL2",
          "AWS_AP_NORTHEAST_2",
          "AWS_EU_NORTH_1",
          "AZURE_KOREACENTRAL",
          "AZURE_GERMANYWESTCENTRAL",
          "AZURE_WESTUS3",
          "AZURE_SWITZERLANDNORTH");

  private Regions() {}

  /// Those of destinations and of private links.
  public static List<String> usual() {
    return USUAL;
  }

  /// Those of proxy agents.
  public static List<String> ofProxies() {
    var all = new ArrayList<>(USUAL);
    all.addAll(OF_PROXIES_ALONE);
    return List.copyOf(all);
  }
}
