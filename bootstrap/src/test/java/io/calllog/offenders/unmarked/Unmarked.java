package io.calllog.offenders.unmarked;

class Unmarked {}
