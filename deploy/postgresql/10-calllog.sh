#!/bin/sh
# Runs once, when the volume of PostgreSQL is empty: the database and its owner, who is no superuser.
set -eu
psql --set=ON_ERROR_STOP=1 --username="$POSTGRES_USER" --dbname=postgres \
  --set=password="$(cat /run/secrets/spring.datasource.password)" <<'SQL'
CREATE ROLE calllog LOGIN PASSWORD :'password';
CREATE DATABASE calllog OWNER calllog ENCODING 'UTF8' TEMPLATE template0;
SQL
