package io.calllog.offenders.rest.client;

class DateUtils {}
