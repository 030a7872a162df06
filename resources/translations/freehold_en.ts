<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Changes</name>
    <message numerus="yes">
        <source>%1, and %n more</source>
        <translation>
            <numerusform>%1, and %n more</numerusform>
            <numerusform>%1, and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message numerus="yes">
        <source>This machine&apos;s clock is %n hour(s) behind the newest change</source>
        <translation>
            <numerusform>This machine&apos;s clock is %n hour behind the newest change</numerusform>
            <numerusform>This machine&apos;s clock is %n hours behind the newest change</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MapRoom</name>
    <message numerus="yes">
        <source>And %n more</source>
        <translation>
            <numerusform>And %n more</numerusform>
            <numerusform>And %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MapTileItem</name>
    <message numerus="yes">
        <source>%1, %n device(s)</source>
        <translation>
            <numerusform>%1, %n device</numerusform>
            <numerusform>%1, %n devices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RailItem</name>
    <message numerus="yes">
        <source>%n thing(s) need you</source>
        <translation>
            <numerusform>%n thing needs you</numerusform>
            <numerusform>%n things need you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadyStep</name>
    <message numerus="yes">
        <source>%n device(s) have answered on your network so far. You can name them now, or whenever you like; whatever you do can be undone.</source>
        <translation>
            <numerusform>%n device has answered on your network so far. You can name it now, or whenever you like; whatever you do can be undone.</numerusform>
            <numerusform>%n devices have answered on your network so far. You can name them now, or whenever you like; whatever you do can be undone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RoomCounts</name>
    <message numerus="yes">
        <source>And %n more</source>
        <translation>
            <numerusform>And %n more</numerusform>
            <numerusform>And %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>freehold::desktop::FrameView</name>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n device(s)</source>
        <translation>
            <numerusform>%n device</numerusform>
            <numerusform>%n devices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Freehold ended, and did not come back. It was started %n time(s).</source>
        <translation>
            <numerusform>Freehold ended, and did not come back. It was started once more.</numerusform>
            <numerusform>Freehold ended, and did not come back. It was started %n times.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>freehold::desktop::HomeView</name>
    <message numerus="yes">
        <source>%n thing(s) need you.</source>
        <translation>
            <numerusform>%n thing needs you.</numerusform>
            <numerusform>%n things need you.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n device(s) are at home.</source>
        <translation>
            <numerusform>%n device is at home.</numerusform>
            <numerusform>%n devices are at home.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are elsewhere.</source>
        <translation>
            <numerusform>%n is elsewhere.</numerusform>
            <numerusform>%n are elsewhere.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n have not been seen lately.</source>
        <translation>
            <numerusform>%n has not been seen lately.</numerusform>
            <numerusform>%n have not been seen lately.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n machine(s) want to join %1.</source>
        <translation>
            <numerusform>%n machine wants to join %1.</numerusform>
            <numerusform>%n machines want to join %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>freehold::desktop::RestoreBackupView</name>
    <message numerus="yes">
        <source>Backup of %1, made on %2 at %3, with %n change(s)</source>
        <extracomment>%1 is a machine, %2 a day and %3 a time of it</extracomment>
        <translation>
            <numerusform>Backup of %1, made on %2 at %3, with %n change</numerusform>
            <numerusform>Backup of %1, made on %2 at %3, with %n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>freehold::desktop::RestoreView</name>
    <message numerus="yes">
        <source>%n later change(s) go:</source>
        <translation>
            <numerusform>%n later change goes:</numerusform>
            <numerusform>%n later changes go:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
</TS>
