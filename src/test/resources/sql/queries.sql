-- case: a table with its schema
select AccountNumber from dbo.Account
-- case: a table alone
select AccountNumber from Account
-- case: an alias, and columns behind it
select a.AccountNumber, account_id, a.Id from dbo.Account a where a.ParentId = 1
-- case: an alias behind as
select a.AccountNumber from dbo.Account as a
-- case: an alias that is called like a table
select OrderItems.AccountNumber, OrderItems.FirstName from dbo.Account OrderItems
-- case: columns behind the table's own name
select Account.AccountNumber, dbo.Account.FirstName from dbo.Account
-- case: all columns of a table
select Account.*, AccountNumber from dbo.Account
-- case: a common table expression shadows a table
with Account as (select 1 as AccountNumber) select AccountNumber from Account
-- case: a column through a common table expression
with src as (select AccountNumber, FirstName as Name1 from dbo.Account) select AccountNumber, Name1, src.AccountNumber from src
-- case: a column that gets its old name back
with src as (select AccountNumber as AccountNumber from dbo.Account) select AccountNumber, src.AccountNumber from src
-- case: a star passes columns on
with src as (select * from dbo.Account), more as (select src.* from src) select AccountNumber from more
-- case: a list of columns of a common table expression
with src (AccountNumber) as (select AccountNumber from dbo.Account) select AccountNumber from src
-- case: a common table expression that is called like its table
with Account as (select * from Account) select AccountNumber from Account
-- case: the same in postgres [postgres]
with Account as (select * from Account) select AccountNumber from Account
-- case: a recursive one
with recursive Tree as (select Id, ParentId from dbo.Account union all select a.Id, a.ParentId from dbo.Account a join Tree t on t.ParentId = a.ParentId) select ParentId from Tree
-- case: a query in brackets
select x.AccountNumber, FirstName from (select AccountNumber, FirstName from dbo.Account) x
-- case: a query in brackets twice
select AccountNumber from ((select AccountNumber from dbo.Account) union (select AccountNumber from dbo.OrderItems)) x
-- case: a correlated query
select FirstName from dbo.Account a where exists (select 1 from dbo.OrderItems o where o.AccountNumber = a.AccountNumber and FirstName = 'x' and UnitPrice > 1)
-- case: tables that share a column
select AccountNumber from dbo.Account join dbo.OrderItems using (AccountNumber)
-- case: joins and commas
select UnitPrice, FirstName from dbo.Account, dbo.OrderItems left join (dbo.Account p cross join dbo.OrderItems q) on p.ParentId = q.AccountNumber
-- case: a table that nobody knows
select AccountNumber, o.UnitPrice, Id from dbo.OrderItems o join lake.prices p on true
-- case: a template for a table
select AccountNumber, o.UnitPrice from dbo.OrderItems o join {{ ref('Account') }} r on r.AccountNumber = o.AccountNumber
-- case: a template for the only table
select AccountNumber from {{ source('dbo', 'Account') }}
-- case: a function for a table
select o.UnitPrice, f.value from dbo.OrderItems o, lateral flatten(input => o.AccountNumber) f
-- case: a column that the table lacks
select a.Nothing, a.AccountNumber from dbo.Account a
-- case: a table of two schemas
select 1 from Region
-- case: which the schema tells
select 1 from hr.Region r join sales.Region s on true
-- case: a name on both sides
select 1 from dbo.b
-- case: a name that is new on one side
select 1 from dbo.a
-- case: a name of the destination
select account_number, AccountNumber from crm_dbo.account
-- case: a column on both sides
select a.x, a.y from dbo.Account a
-- case: an alias of a column, in order by and group by
select upper(FirstName) as FirstName, AccountNumber n from dbo.Account group by FirstName, AccountNumber order by FirstName, AccountNumber
-- case: an alias of a column, in having
select max(UnitPrice) as UnitPrice from dbo.OrderItems having UnitPrice > 3
-- case: aliases without as
select FirstName ParentId, count(*) AccountNumber, 1 + UnitPrice UnitPrice from dbo.Account join dbo.OrderItems on true
-- case: an alias before its value [sqlserver]
select top (10) AccountNumber = FirstName, N = AccountNumber from dbo.Account
-- case: update
update dbo.OrderItems set UnitPrice = UnitPrice * 2 where AccountNumber = 1
-- case: update from
update dbo.OrderItems o set UnitPrice = a.ParentId from dbo.Account a where a.AccountNumber = o.AccountNumber
-- case: update of an alias [sqlserver]
update o set UnitPrice = 2 from dbo.OrderItems o where o.AccountNumber = 1
-- case: delete
delete from dbo.OrderItems where UnitPrice is null
-- case: delete of an alias [sqlserver]
delete Account from dbo.OrderItems Account where Account.UnitPrice is null
-- case: insert
insert into dbo.Account (AccountNumber, FirstName) values (1, 'FirstName')
-- case: insert from a query
insert into dbo.Account (AccountNumber) select UnitPrice from dbo.OrderItems where AccountNumber > 1
-- case: insert behind a common table expression
with s as (select AccountNumber from dbo.OrderItems) insert into dbo.Account (AccountNumber) select AccountNumber from s
-- case: merge
merge into dbo.Account t using (select AccountNumber, UnitPrice from dbo.OrderItems) s on t.AccountNumber = s.AccountNumber when matched then update set ParentId = s.UnitPrice when not matched then insert (AccountNumber) values (s.AccountNumber)
-- case: tables that the file makes
create table Account as select AccountNumber from dbo.OrderItems; select AccountNumber from Account; select AccountNumber from dbo.Account
-- case: a view over its table
create or replace view dbo.Account as select AccountNumber from dbo.OrderItems; drop view if exists dbo.Account
-- case: select into [sqlserver]
select AccountNumber into #Account from dbo.Account; select AccountNumber from #Account
-- case: statements about tables
truncate table dbo.Account; drop table if exists dbo.OrderItems; alter table dbo.Account add constraint k unique (AccountNumber)
-- case: a grant and a comment
grant select on dbo.Account to role reader; comment on column dbo.Account.AccountNumber is 'AccountNumber'
-- case: statements without semicolons [sqlserver]
select AccountNumber from dbo.Account select UnitPrice from dbo.OrderItems
-- case: batches [sqlserver]
select AccountNumber from dbo.Account
GO
select UnitPrice from dbo.OrderItems
-- case: quotes of a name [snowflake]
select "AccountNumber", "accountnumber", a."FirstName" from "dbo"."Account" a
-- case: quotes of a name in postgres [postgres]
select "AccountNumber", "accountnumber" from "dbo"."Account"
-- case: brackets [sqlserver]
select [AccountNumber], a.[FirstName] from [dbo].[Account] a
-- case: backticks [bigquery]
select `AccountNumber`, a.FirstName from `proj.dbo.Account` a join `proj`.dbo.OrderItems o on true join my-proj.dbo.OrderItems p on true
-- case: the case of a table counts [bigquery]
select account_NUMBER from CRM_DBO.ACCOUNT join dbo.ACCOUNT on true
-- case: fields of a structure [bigquery]
select FirstName.AccountNumber, a.FirstName.AccountNumber from dbo.Account a
-- case: a star without some columns [bigquery]
select * except (AccountNumber) from dbo.Account
-- case: a path and a cast
select FirstName:AccountNumber.x::AccountNumber, cast(ParentId as AccountNumber) from dbo.Account
-- case: keywords between
select extract(year from OrderDate), trim(both ' ' from FirstName), FirstName is distinct from AccountNumber from dbo.Account join dbo.OrderItems on true
-- case: a window
select row_number() over (partition by AccountNumber order by OrderDate desc) AccountNumber from dbo.OrderItems qualify AccountNumber = 1
-- case: a case
select case when UnitPrice > 1 then AccountNumber else null end UnitPrice, date '2020-01-01' FirstName from dbo.OrderItems
-- case: what only a statement calls so [postgres]
insert into dbo.Account (AccountNumber) values (1) on conflict (AccountNumber) do update set FirstName = excluded.FirstName
-- case: columns that Fivetran adds
select a._fivetran_synced, _FIVETRAN_DELETED from dbo.Account a
-- case: a new name that another table has
select x from dbo.Account, dbo.Ticket
-- case: a pivot
select AccountNumber from dbo.OrderItems pivot (sum(UnitPrice) for AccountNumber in (1, 2)) p
-- case: a database before it
select crm.dbo.Account.AccountNumber from crm.dbo.Account
-- case: functions and arguments
select AccountNumber(1), f(AccountNumber => FirstName) from dbo.Account
-- case: a lateral query
select x.FirstName from dbo.OrderItems o, lateral (select FirstName, UnitPrice from dbo.Account a where a.AccountNumber = o.AccountNumber) x
-- case: branches of a template
select AccountNumber {% if x %} , FirstName {% else %} , ParentId {% endif %} from dbo.Account
