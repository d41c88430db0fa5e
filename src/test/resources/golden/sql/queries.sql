-- a table with its schema [snowflake]
select account_number from crm_dbo.Account

-- a table alone [snowflake]
select account_number from Account

-- an alias, and columns behind it [snowflake]
select a.account_number, account_id, a.Id from crm_dbo.Account a where a.parent_id = 1

-- an alias behind as [snowflake]
select a.account_number from crm_dbo.Account as a

-- an alias that is called like a table [snowflake]
select OrderItems.account_number, OrderItems.first_name from crm_dbo.Account OrderItems

-- columns behind the table's own name [snowflake]
select Account.account_number, crm_dbo.Account.first_name from crm_dbo.Account

-- all columns of a table [snowflake]
select Account.*, account_number from crm_dbo.Account

-- a common table expression shadows a table [snowflake]
with Account as (select 1 as AccountNumber) select AccountNumber from Account

-- a column through a common table expression [snowflake]
with src as (select account_number, first_name as Name1 from crm_dbo.Account) select account_number, Name1, src.account_number from src

-- a column that gets its old name back [snowflake]
with src as (select account_number as AccountNumber from crm_dbo.Account) select AccountNumber, src.AccountNumber from src

-- a star passes columns on [snowflake]
with src as (select * from crm_dbo.Account), more as (select src.* from src) select account_number from more

-- a list of columns of a common table expression [snowflake]
with src (AccountNumber) as (select account_number from crm_dbo.Account) select AccountNumber from src

-- a common table expression that is called like its table [snowflake]
with Account as (select * from Account) select AccountNumber from Account
--   left: Account: it may be the common table expression that it stands in

-- the same in postgres [postgres]
with Account as (select * from Account) select account_number from Account

-- a recursive one [snowflake]
with recursive Tree as (select Id, parent_id from crm_dbo.Account union all select a.Id, a.parent_id from crm_dbo.Account a join Tree t on t.parent_id = a.parent_id) select parent_id from Tree

-- a query in brackets [snowflake]
select x.account_number, first_name from (select account_number, first_name from crm_dbo.Account) x

-- a query in brackets twice [snowflake]
select account_number from ((select account_number from crm_dbo.Account) union (select account_number from crm_dbo.order_items)) x

-- a correlated query [snowflake]
select first_name from crm_dbo.Account a where exists (select 1 from crm_dbo.order_items o where o.account_number = a.account_number and first_name = 'x' and unit_price > 1)

-- tables that share a column [snowflake]
select account_number from crm_dbo.Account join crm_dbo.order_items using (account_number)

-- joins and commas [snowflake]
select unit_price, first_name from crm_dbo.Account, crm_dbo.order_items left join (crm_dbo.Account p cross join crm_dbo.order_items q) on p.parent_id = q.account_number

-- a table that nobody knows [snowflake]
select AccountNumber, o.unit_price, Id from crm_dbo.order_items o join lake.prices p on true
--   left: AccountNumber: it may be of what this query reads besides, which nothing is known of
--   left: lake.prices: the connection has no such table

-- a template for a table [snowflake]
select AccountNumber, o.unit_price from crm_dbo.order_items o join {{ ref('Account') }} r on r.AccountNumber = o.account_number
--   left: AccountNumber: it may be of what this query reads besides, which nothing is known of

-- a template for the only table [snowflake]
select AccountNumber from {{ source('dbo', 'Account') }}

-- a function for a table [snowflake]
select o.unit_price, f.value from crm_dbo.order_items o, lateral flatten(input => o.account_number) f

-- a column that the table lacks [snowflake]
select a.Nothing, a.account_number from crm_dbo.Account a
--   left: a.Nothing: dbo.Account has no such column

-- a table of two schemas [snowflake]
select 1 from Region
--   left: Region: it may be sales.Region or hr.Region

-- which the schema tells [snowflake]
select 1 from crm_hr.region_hr r join crm_sales.Region s on true

-- a name on both sides [snowflake]
select 1 from crm_dbo.c

-- a name that is new on one side [snowflake]
select 1 from crm_dbo.b

-- a name of the destination [snowflake]
select account_number, account_number from crm_dbo.account

-- a column on both sides [snowflake]
select a.y, a.y from crm_dbo.Account a
--   left: a.y: it is a column of the source, and what another one is called in the destination

-- an alias of a column, in order by and group by [snowflake]
select upper(first_name) as FirstName, account_number n from crm_dbo.Account group by first_name, account_number order by FirstName, account_number

-- an alias of a column, in having [snowflake]
select max(unit_price) as UnitPrice from crm_dbo.order_items having UnitPrice > 3
--   left: UnitPrice: it may be the column or what this query calls so

-- aliases without as [snowflake]
select first_name ParentId, count(*) AccountNumber, 1 + unit_price UnitPrice from crm_dbo.Account join crm_dbo.order_items on true

-- an alias before its value [sqlserver]
select top (10) AccountNumber = first_name, N = account_number from crm_dbo.Account

-- update [snowflake]
update crm_dbo.order_items set unit_price = unit_price * 2 where account_number = 1

-- update from [snowflake]
update crm_dbo.order_items o set unit_price = a.parent_id from crm_dbo.Account a where a.account_number = o.account_number

-- update of an alias [sqlserver]
update o set unit_price = 2 from crm_dbo.order_items o where o.account_number = 1

-- delete [snowflake]
delete from crm_dbo.order_items where unit_price is null

-- delete of an alias [sqlserver]
delete Account from crm_dbo.order_items Account where Account.unit_price is null

-- insert [snowflake]
insert into crm_dbo.Account (account_number, first_name) values (1, 'FirstName')

-- insert from a query [snowflake]
insert into crm_dbo.Account (account_number) select unit_price from crm_dbo.order_items where account_number > 1

-- insert behind a common table expression [snowflake]
with s as (select account_number from crm_dbo.order_items) insert into crm_dbo.Account (account_number) select account_number from s

-- merge [snowflake]
merge into crm_dbo.Account t using (select account_number, unit_price from crm_dbo.order_items) s on t.account_number = s.account_number when matched then update set parent_id = s.unit_price when not matched then insert (account_number) values (s.account_number)

-- tables that the file makes [snowflake]
create table Account as select account_number from crm_dbo.order_items; select AccountNumber from Account; select AccountNumber from dbo.Account
--   left: Account: it is created in this file
--   left: dbo.Account: it is created in this file

-- a view over its table [snowflake]
create or replace view dbo.Account as select account_number from crm_dbo.order_items; drop view if exists dbo.Account
--   left: dbo.Account: it is created in this file

-- select into [sqlserver]
select account_number into #Account from crm_dbo.Account; select AccountNumber from #Account

-- statements about tables [snowflake]
truncate table crm_dbo.Account; drop table if exists crm_dbo.order_items; alter table crm_dbo.Account add constraint k unique (account_number)

-- a grant and a comment [snowflake]
grant select on crm_dbo.Account to role reader; comment on column crm_dbo.Account.account_number is 'AccountNumber'

-- statements without semicolons [sqlserver]
select account_number from crm_dbo.Account select unit_price from crm_dbo.order_items

-- batches [sqlserver]
select account_number from crm_dbo.Account
GO
select unit_price from crm_dbo.order_items

-- quotes of a name [snowflake]
select "ACCOUNT_NUMBER", "accountnumber", a."FIRST_NAME" from "CRM_DBO"."ACCOUNT" a

-- quotes of a name in postgres [postgres]
select "account_number", "accountnumber" from "crm_dbo"."account"

-- brackets [sqlserver]
select [account_number], a.[first_name] from [crm_dbo].[Account] a

-- backticks [bigquery]
select `account_number`, a.first_name from `proj.crm_dbo.account` a join `proj`.crm_dbo.order_items o on true join my-proj.crm_dbo.order_items p on true
--   left: proj: a schema configuration knows no databases
--   left: `proj`: a schema configuration knows no databases
--   left: my: a schema configuration knows no databases

-- the case of a table counts [bigquery]
select account_NUMBER from CRM_DBO.ACCOUNT join crm_dbo.account on true

-- fields of a structure [bigquery]
select first_name.AccountNumber, a.first_name.AccountNumber from crm_dbo.account a

-- a star without some columns [bigquery]
select * except (account_number) from crm_dbo.account

-- a path and a cast [snowflake]
select first_name:AccountNumber.x::AccountNumber, cast(parent_id as AccountNumber) from crm_dbo.Account

-- keywords between [snowflake]
select extract(year from order_date), trim(both ' ' from first_name), first_name is distinct from account_number from crm_dbo.Account join crm_dbo.order_items on true

-- a window [snowflake]
select row_number() over (partition by account_number order by order_date desc) AccountNumber from crm_dbo.order_items qualify AccountNumber = 1
--   left: AccountNumber: it may be the column or what this query calls so

-- a case [snowflake]
select case when unit_price > 1 then account_number else null end UnitPrice, date '2020-01-01' FirstName from crm_dbo.order_items

-- what only a statement calls so [postgres]
insert into crm_dbo.Account (account_number) values (1) on conflict (account_number) do update set first_name = excluded.FirstName
--   left: excluded.FirstName: nothing here is called excluded

-- columns that Fivetran adds [snowflake]
select a._fivetran_synced, _FIVETRAN_DELETED from crm_dbo.Account a

-- a new name that another table has [snowflake]
select x from crm_dbo.Account, crm_dbo.Ticket
--   left: x: its new name is that of another column of this query, too

-- a pivot [snowflake]
select AccountNumber from crm_dbo.order_items pivot (sum(UnitPrice) for AccountNumber in (1, 2)) p
--   left: AccountNumber: it may be of what this query reads besides, which nothing is known of
--   left: UnitPrice: it may be of what this query reads besides, which nothing is known of
--   left: AccountNumber: it may be of what this query reads besides, which nothing is known of

-- a database before it [snowflake]
select crm.crm_dbo.Account.account_number from crm.crm_dbo.Account
--   left: crm: a schema configuration knows no databases

-- functions and arguments [snowflake]
select AccountNumber(1), f(AccountNumber => first_name) from crm_dbo.Account

-- a lateral query [snowflake]
select x.first_name from crm_dbo.order_items o, lateral (select first_name, unit_price from crm_dbo.Account a where a.account_number = o.account_number) x

-- branches of a template [snowflake]
select account_number {% if x %} , first_name {% else %} , parent_id {% endif %} from crm_dbo.Account

