package dev.ftctl.sandbox.source;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Tables as one finds them behind real connections, in a compact notation: `name: column …`, with
/// `*` behind a primary key, `!` behind a locked column or table, `?` behind a table that only some
/// sources have.
record TableFacts(SourceTable table, boolean optional) {
  static final SequencedMap<String, TableFacts> DATABASE =
      parse(
          """
          users: id* email ssn given_name family_name phone birth_date created_at updated_at
          orders: id* user_id status currency total discount shipping_address placed_at updated_at
          order_items: id* order_id product_id quantity unit_price tax
          customers: id* name email company country vat_number credit_limit created_at
          payments: id* order_id amount currency method card_last_four card_holder paid_at
          products: id* sku title description price stock active updated_at
          audit_log: id* actor_id action object_type object_id ip_address payload occurred_at
          schema_migrations!: version* name applied_at
          sessions?: id* user_id token ip_address user_agent started_at expires_at
          events?: id* user_id name properties occurred_at received_at
          invoices?: id* customer_id number amount due_on paid_on iban
          shipments?: id* order_id carrier tracking_number shipped_at delivered_at
          employees?: id* email given_name family_name salary national_id hired_on manager_id
          order_tags?: order_id* tag* created_at
          """);
  static final SequencedMap<String, TableFacts> SALESFORCE =
      parse(
          """
          account: id* name industry phone website billing_city billing_country owner_id system_modstamp!
          contact: id* account_id first_name last_name email phone birthdate system_modstamp!
          lead: id* first_name last_name email company status lead_source system_modstamp!
          opportunity: id* account_id name amount stage_name close_date owner_id system_modstamp!
          opportunity_line_item: id* opportunity_id product_2_id quantity unit_price system_modstamp!
          user!: id* username email name profile_id is_active system_modstamp!
          campaign: id* name type status budgeted_cost start_date system_modstamp!
          case: id* account_id contact_id subject status priority system_modstamp!
          task: id* who_id what_id subject status activity_date system_modstamp!
          """);
  static final SequencedMap<String, TableFacts> NETSUITE =
      parse(
          """
          account: id* acctnumber acctname accttype parent last_modified_date
          customer: id* entity_id company_name email phone balance last_modified_date
          employee: id* entity_id first_name last_name email social_security_number hire_date
          item: id* item_id display_name cost vendor_name last_modified_date
          subsidiary: id* name country currency parent
          transaction: id* tran_id type status entity total tran_date last_modified_date
          transaction_line: transaction* id* item quantity net_amount memo
          vendor: id* entity_id company_name email tax_id_number last_modified_date
          """);
  static final SequencedMap<String, TableFacts> ADVERTISING =
      parse(
          """
          account_history: id* updated_at* name currency_code time_zone
          campaign_history: id* updated_at* account_id name status budget start_date end_date
          ad_group_history: id* updated_at* campaign_id name status bid
          ad_history: id* updated_at* ad_group_id headline final_url status
          campaign_stats: campaign_id* date* clicks impressions cost conversions
          ad_stats: ad_id* date* device clicks impressions cost conversions
          """);
  static final SequencedMap<String, TableFacts> APPLICATION =
      parse(
          """
          account: id* name plan owner_email created_at updated_at
          user: id* email name phone role last_login_at created_at
          contact: id* account_id email first_name last_name phone created_at
          activity: id* user_id type subject occurred_at
          comment: id* activity_id user_id body created_at
          tag: id* name color
          ticket: id* requester_id subject status priority created_at updated_at
          """);
  static final SequencedMap<String, TableFacts> FILE =
      parse("file: _file* _line* _modified name value amount recorded_at");
  static final SequencedMap<String, TableFacts> SHEET =
      parse("sheet: _row* name category amount note");

  private static SequencedMap<String, TableFacts> parse(String facts) {
    var tables = new LinkedHashMap<String, TableFacts>();
    facts.lines().map(TableFacts::parseLine).forEach(each -> tables.put(each.table.name(), each));
    return tables;
  }

  private static TableFacts parseLine(String line) {
    var colon = line.indexOf(':');
    var head = line.substring(0, colon);
    var name = head.replaceAll("[?!]", "");
    var lock = head.endsWith("!") ? Lock.SYSTEM_TABLE : Lock.OPEN;
    var table = table(name, lock, Arrays.asList(line.substring(colon + 1).strip().split(" ")));
    return new TableFacts(table, head.endsWith("?"));
  }

  /// A table whose columns can be chosen, from columns in the compact notation.
  static SourceTable table(String name, Lock lock, List<String> columns) {
    return new SourceTable(name, lock, true, columns.stream().map(SourceColumn::parse).toList());
  }

  /// The same table under another name.
  SourceTable named(String name) {
    return new SourceTable(name, table.lock(), table.columnsConfigurable(), table.columns());
  }
}
