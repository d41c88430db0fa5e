package dev.ftctl.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// An account with two connections that load nothing yet, and a rollout for each: `shop`, a
/// database of tables `sales.a` to `sales.f`, all off, and `ads`, which has account `111` alone.
public final class RolloutAccount {

  /// Tables `a` to `e`, two at a time.
  public static final String TABLES =
      """
      kind: Rollout
      metadata: {name: shop}
      spec:
        connector: shop
        batch: 2
        tables: [sales.a, sales.b, sales.c, sales.d, sales.e]
      """;

  /// Three accounts, two at a time.
  public static final String ITEMS =
      """
      kind: Rollout
      metadata: {name: ads}
      spec: {connector: ads, batch: 2, field: config.accounts, items: [222, "333", "444"]}
      """;

  private static final String ACCOUNT =
      """
      {'groups':{'g':{'id':'g','name':'prod'}},
       'destinations':{'g':{'id':'g','group_id':'g','service':'snowflake','config':{}}},
       'connections':{
        'c_shop':{'id':'c_shop','group_id':'g','service':'postgres','schema':'shop',
         'paused':false,'sync_frequency':360,'schedule_type':'manual',
         'created_at':'2026-01-01T00:00:00Z','succeeded_at':'2026-01-02T00:00:00Z',
         'status':{'setup_state':'connected','sync_state':'scheduled',
          'is_historical_sync':false,'tasks':[],'warnings':[]},
         'config':{'host':'shop.example.com','port':5432,'database':'app','user':'ft',
          'password':'harmless1','update_method':'QUERY_BASED'}},
        'c_ads':{'id':'c_ads','group_id':'g','service':'google_ads','schema':'ads',
         'paused':false,'sync_frequency':360,'schedule_type':'manual',
         'created_at':'2026-01-01T00:00:00Z','succeeded_at':null,
         'status':{'setup_state':'connected','sync_state':'scheduled',
          'is_historical_sync':false,'tasks':[],'warnings':[]},
         'config':{'customer_id':'1','sync_mode':'SpecificAccounts','accounts':['111']}}},
       'schema_configs':{'c_shop':{'captured':true,'schema_change_handling':'BLOCK_ALL',
        'schemas':{},'known':{'tables':false,'columns':true},'quiet_columns':true,
        'source':{'service':'postgres','schema':'shop','database':'app','host':'shop.example.com',
         'overrides':{'add':%1$s}}}},
       'sources':{'c_shop':{'add':%1$s}}}
      """
          .formatted(
              "{'sales':{'a':['id'],'b':['id'],'c':['id'],'d':['id'],'e':['id'],'f':['id']}}");

  private RolloutAccount() {}

  /// As the simulator takes it.
  public static ObjectNode json() {
    return json(ACCOUNT);
  }

  /// JSON with single quotes.
  public static ObjectNode json(String text) {
    try {
      return (ObjectNode) new JsonMapper().readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException(text, malformed);
    }
  }
}
