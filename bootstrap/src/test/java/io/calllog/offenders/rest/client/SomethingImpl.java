package io.calllog.offenders.rest.client;

class SomethingImpl {}
